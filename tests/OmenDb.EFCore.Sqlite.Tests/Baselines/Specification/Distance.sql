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
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance
ORDER BY (SELECT 1)
LIMIT 2147483647

-- WithinDistance_behind_a_filter
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
FROM "Articles" AS "a"
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
WHERE "a"."Category" = 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance
ORDER BY (SELECT 1)
LIMIT 2147483647

-- WithinDistance_by_inner_product
SELECT "p"."Id", "p"."Colors", "p"."Content", "p"."Draft", "p"."Place"
FROM "Photos" AS "p"
INNER JOIN "Photos_Content_Ledger" AS "p0" ON "p"."Id" = ifnull("p0"."Id", "p0"."Id")
INNER JOIN "omen_nearest" AS "o" ON "p0"."Label" = "o"."Label"
WHERE "o"."name" = 'Photos.Content' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN "p0"."Label" = "o"."Label" THEN omen_inner_product("p"."Content", @query)
END <= @maxDistance
ORDER BY (SELECT 1)
LIMIT 2147483647

-- WithinDistance_of_a_vector_that_may_be_missing
SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM "Comments" AS "c"
INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
WHERE "o"."name" = 'Comments.Mood' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN "c0"."Label" = "o"."Label" THEN omen_euclidean("c"."Mood", @query)
END <= @maxDistance
ORDER BY (SELECT 1)
LIMIT 2147483647

-- WithinDistance_of_an_outer_row
SELECT "a"."Name", (
    SELECT COUNT(*)
    FROM (
        SELECT 1
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."most" = 2147483647 AND "o"."within" = 0.40000000000000002 AND CASE
            WHEN "a1"."Label" = "o"."Label" THEN omen_cosine("a0"."Embedding", "a"."Style")
        END <= 0.40000000000000002
        ORDER BY (SELECT 1)
        LIMIT 2147483647
    ) AS "s") AS "Near"
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- WithinDistance_of_everything
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
FROM "Articles" AS "a"
INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
    WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
END <= @maxDistance
ORDER BY (SELECT 1)
LIMIT 2147483647

-- WithinDistance_then_Count
SELECT COUNT(*)
FROM (
    SELECT 1
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"

-- WithinDistance_then_Include
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", 0 AS "c", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
ORDER BY "s"."c"

-- WithinDistance_then_NearestTo
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"
WHERE omen_is_sound("s"."Embedding", 8, 32)
ORDER BY omen_cosine("s"."Embedding", @query2), "s"."Id"
LIMIT omen_limit(@k)

-- WithinDistance_then_Where_and_OrderBy
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"
WHERE "s"."Rating" > 1.0
ORDER BY "s"."Id"

-- WithinDistance_without_an_index
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style"
FROM "Authors" AS "a"
WHERE CASE
    WHEN omen_is_sound("a"."Style", 8, 32) THEN omen_cosine("a"."Style", @query)
END <= @maxDistance
