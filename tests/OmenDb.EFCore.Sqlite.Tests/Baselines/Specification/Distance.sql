-- A_column_of_an_outer_row
SELECT (
    SELECT MIN(omen_inner_product("a0"."Embedding", CAST("a"."Style" AS BLOB)))
    FROM "Articles" AS "a0")
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- A_constant
SELECT omen_euclidean("a"."Style", X'0000803F00000000000000000000000000000000000000000000000000000000')
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- An_array
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style"
FROM "Authors" AS "a"
ORDER BY omen_euclidean("a"."Style", @query)

-- Average
SELECT AVG(omen_cosine("a"."Embedding", "a"."Embedding"))
FROM "Articles" AS "a"

-- Cosine_in_Select
SELECT omen_cosine("a"."Embedding", @query)
FROM "Articles" AS "a"
ORDER BY "a"."Id"

-- Euclidean_in_Select
SELECT omen_euclidean("a"."Embedding", @query)
FROM "Articles" AS "a"
ORDER BY "a"."Id"

-- In_Where_and_OrderBy
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
FROM "Articles" AS "a"
WHERE omen_cosine("a"."Embedding", @query) < 0.5
ORDER BY omen_cosine("a"."Embedding", @query)

-- Inner_product_in_Select
SELECT omen_inner_product("a"."Embedding", @query)
FROM "Articles" AS "a"
ORDER BY "a"."Id"

-- Rows_whose_distance_is_null
SELECT "c"."Id", omen_cosine("c"."Mood", @query) AS "Distance"
FROM "Comments" AS "c"
WHERE "c"."Mood" IS NULL
ORDER BY "c"."Id"

-- The_distance_to_nothing_is_null
SELECT omen_cosine("c"."Mood", "a0"."Style")
FROM "Comments" AS "c"
INNER JOIN "Articles" AS "a" ON "c"."ArticleId" = "a"."Id"
LEFT JOIN "Authors" AS "a0" ON "a"."AuthorId" = "a0"."Id"
ORDER BY "c"."Id"

-- The_farthest_rows
SELECT "a"."Id"
FROM "Articles" AS "a"
ORDER BY omen_cosine("a"."Embedding", @query) DESC
LIMIT @p

-- The_parameter_first
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
FROM "Articles" AS "a"
WHERE omen_cosine(@query, "a"."Embedding") < 0.5
ORDER BY "a"."Id"

-- Two_columns
SELECT omen_cosine("c"."Mood", "a0"."Style")
FROM "Comments" AS "c"
INNER JOIN "Articles" AS "a" ON "c"."ArticleId" = "a"."Id"
LEFT JOIN "Authors" AS "a0" ON "a"."AuthorId" = "a0"."Id"
WHERE "c"."Mood" IS NOT NULL AND "a0"."Id" IS NOT NULL
ORDER BY "c"."Id"

-- Two_parameters
SELECT omen_cosine(@query, @other)
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- Vectors_of_16_bits
SELECT "c"."Id", "c"."Array", "c"."Memory"
FROM "Compacts" AS "c"
ORDER BY omen_cosine(omen_float32("c"."Array"), omen_float32(@query))

-- WithinDistance
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
FROM "Articles" AS "a"
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN omen_is_sound("a"."Embedding", 8, 32) THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance

-- WithinDistance_behind_a_filter
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
FROM "Articles" AS "a"
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
WHERE "a"."Category" = 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN omen_is_sound("a"."Embedding", 8, 32) THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance

-- WithinDistance_by_inner_product
SELECT "p"."Id", "p"."Colors", "p"."Content", "p"."Draft", "p"."Place"
FROM "Photos" AS "p"
INNER JOIN "Photos_Content_Ledger" AS "p0" ON "p"."Id" = "p0"."Id"
INNER JOIN "omen_nearest" AS "o" ON "p0"."Label" = "o"."Label"
WHERE "o"."name" = 'Photos.Content' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN omen_is_sound("p"."Content", 8, 32) THEN omen_inner_product("p"."Content", @query)
END <= @maxDistance

-- WithinDistance_of_a_vector_that_may_be_missing
SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM "Comments" AS "c"
INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = "c0"."Id"
INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
WHERE "o"."name" = 'Comments.Mood' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN omen_is_sound("c"."Mood", 8, 32) THEN omen_euclidean("c"."Mood", @query)
END <= @maxDistance

-- WithinDistance_of_an_outer_row
SELECT "a"."Name", (
    SELECT COUNT(*)
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = "a1"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = 0.40000000000000002 AND CASE
        WHEN omen_is_sound("a0"."Embedding", 8, 32) THEN omen_cosine("a0"."Embedding", "a"."Style")
    END <= 0.40000000000000002) AS "Near"
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- WithinDistance_of_everything
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
FROM "Articles" AS "a"
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN omen_is_sound("a"."Embedding", 8, 32) THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance

-- WithinDistance_then_Count
SELECT COUNT(*)
FROM "Articles" AS "a"
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN omen_is_sound("a"."Embedding", 8, 32) THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance

-- WithinDistance_then_Include
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country", "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style"
FROM "Articles" AS "a"
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
LEFT JOIN "Authors" AS "a1" ON "a"."AuthorId" = "a1"."Id"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN omen_is_sound("a"."Embedding", 8, 32) THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance

-- WithinDistance_then_NearestTo
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o0"."Label" AS "Label2", "o0"."Distance" AS "Distance0", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = "a1"."Id"
    INNER JOIN "omen_nearest" AS "o0" ON "a1"."Label" = "o0"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN omen_is_sound("a"."Embedding", 8, 32) THEN omen_cosine("a"."Embedding", @query)
    END <= @maxDistance AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query2 AND "o0"."k" = @k AND "o0"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed0"), 0)
            FROM (
                SELECT "o2"."Passed" AS "Passed0"
                FROM "Articles" AS "a2"
                INNER JOIN "Articles_Embedding_Ledger" AS "a3" ON "a2"."Id" = "a3"."Id"
                INNER JOIN "omen_nearest" AS "o1" ON "a3"."Label" = "o1"."Label"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = "a4"."Id"
                INNER JOIN "omen_nearest" AS "o2" ON "a4"."Label" = "o2"."Label"
                WHERE "o1"."name" = 'Articles.Embedding' AND "o1"."query" = @query AND "o1"."k" = 2147483647 AND "o1"."rows" = 0 AND "o1"."within" = @maxDistance AND CASE
                    WHEN omen_is_sound("a2"."Embedding", 8, 32) THEN omen_cosine("a2"."Embedding", @query)
                END <= @maxDistance AND "o2"."name" = 'Articles.Embedding' AND "o2"."query" = @query2 AND "o2"."k" = @k AND "o2"."rows" = -1
                ORDER BY "o2"."Distance", "o2"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a7"."Label")
            FROM "Articles" AS "a5"
            INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a5"."Id" = "a6"."Id"
            INNER JOIN "omen_nearest" AS "o3" ON "a6"."Label" = "o3"."Label"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "a5"."Id" = "a7"."Id"
            WHERE "o3"."name" = 'Articles.Embedding' AND "o3"."query" = @query AND "o3"."k" = 2147483647 AND "o3"."rows" = 0 AND "o3"."within" = @maxDistance AND CASE
                WHEN omen_is_sound("a5"."Embedding", 8, 32) THEN omen_cosine("a5"."Embedding", @query)
            END <= @maxDistance
            LIMIT 1)
    END, 1)
    ORDER BY "o0"."Distance", "o0"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance0" + 0.0, "s0"."Label2"

-- WithinDistance_then_Where_and_OrderBy
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
FROM "Articles" AS "a"
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN omen_is_sound("a"."Embedding", 8, 32) THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance AND "a"."Rating" > 1.0
ORDER BY "a"."Id"

-- WithinDistance_without_an_index
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style"
FROM "Authors" AS "a"
WHERE CASE
    WHEN omen_is_sound("a"."Style", 8, 32) THEN omen_cosine("a"."Style", @query)
END <= @maxDistance
