-- A_count_of_the_nearest_to_an_outer_row_without_an_index
SELECT "a"."Id", (
    SELECT COUNT(*)
    FROM (
        SELECT "ordered0"."value0" AS "Country"
        FROM (
            SELECT "a0"."Country" AS "value0", omen_cosine("a0"."Style", "a"."Embedding") AS "key0", "a0"."Id" AS "key1"
            FROM "Authors" AS "a0"
            WHERE omen_is_sound("a0"."Style", 8, 32) AND omen_is_sound("a"."Embedding", 0, 32)
        ) AS "ordered0"
        ORDER BY "ordered0"."key0", "ordered0"."key1"
        LIMIT omen_limit(5)
    ) AS "a1"
    WHERE "a1"."Country" = 'Italy') AS "Near"
FROM "Articles" AS "a"
WHERE "a"."Id" <= 20
ORDER BY "a"."Id"

-- A_filter_by_the_nearest_to_an_outer_row
SELECT "a"."Id"
FROM "Authors" AS "a"
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT "a0"."AuthorId"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 5 AND "o"."rows" = 0 AND "o"."most" = 2147483647
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(5, 1)
    ) AS "s"
    WHERE "s"."AuthorId" = "a"."Id")

-- A_filter_by_the_nearest_to_an_outer_row_without_an_index
SELECT "a"."Id"
FROM "Articles" AS "a"
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT "ordered0"."value0" AS "Id"
        FROM (
            SELECT "a0"."Id" AS "value0", omen_cosine("a0"."Style", "a"."Embedding") AS "key0", "a0"."Id" AS "key1"
            FROM "Authors" AS "a0"
            WHERE omen_is_sound("a0"."Style", 8, 32) AND omen_is_sound("a"."Embedding", 0, 32)
        ) AS "ordered0"
        ORDER BY "ordered0"."key0", "ordered0"."key1"
        LIMIT omen_limit(5)
    ) AS "a1"
    WHERE "a1"."Id" = "a"."AuthorId")

-- A_list_of_the_nearest_of_a_collection
SELECT "a"."Name", "a"."Id", "a2"."Id"
FROM "Authors" AS "a"
LEFT JOIN (
    SELECT "a1"."Id", "a1"."AuthorId", "a1"."c"
    FROM (
        SELECT "a0"."Id", "a0"."AuthorId", ROW_NUMBER() OVER(PARTITION BY "a0"."AuthorId" ORDER BY omen_cosine("a0"."Embedding", @query)) AS "row", omen_cosine("a0"."Embedding", @query) AS "c"
        FROM "Articles" AS "a0"
    ) AS "a1"
    WHERE "a1"."row" <= 2
) AS "a2" ON "a"."Id" = "a2"."AuthorId"
ORDER BY "a"."Id", "a2"."AuthorId", "a2"."c"

-- A_search_by_the_vector_of_a_row
SELECT "s"."Id"
FROM "Articles" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Id", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "a"."Id" = @id AND "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Embedding" AND "o"."k" = 5 AND "o"."rows" = 0 AND "o"."most" = 5

-- An_ordering_by_the_nearest_to_an_outer_row
SELECT "a"."Id"
FROM "Authors" AS "a"
ORDER BY COALESCE((
    SELECT "s"."Distance"
    FROM (
        SELECT "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 1 AND "o"."rows" = 0 AND "o"."most" = 2147483647
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s"
    ORDER BY "s"."Distance" + 0.0, "s"."Label0"
    LIMIT 1), 0.0)

-- Any_of_a_search
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style"
FROM "Authors" AS "a"
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT 1 AS "One"
    ) AS "one"
    CROSS JOIN (
        SELECT "a0"."AuthorId"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    WHERE "s"."AuthorId" = "a"."Id")

-- Contains_of_a_captured_search
SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM "Comments" AS "c"
WHERE "c"."ArticleId" IN (
    SELECT "s0"."Id"
    FROM (
        SELECT "a"."Id"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "a"."Rating" > 2.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'10C38E761FF2C93417B674F4656927E0'), ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s"."Passed"), 0)
                FROM (
                    SELECT "o0"."Passed"
                    FROM "Articles" AS "a1"
                    INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                    INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                    WHERE "a1"."Rating" > 2.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                    ORDER BY "o0"."Distance", "o0"."Label"
                    LIMIT max(@k, 1)
                ) AS "s") < @k THEN omen_keep((
                SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                    SELECT "a4"."Label"
                    FROM "Articles_Embedding_Ledger" AS "a4"
                    WHERE "a4"."Id" = "a3"."Id"
                    LIMIT 1)))
                FROM "Articles" AS "a3"
                WHERE "a3"."Rating" > 2.0
                LIMIT 1), X'10C38E761FF2C93417B674F4656927E0')
        END, 1))
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s0"
)

-- Contains_of_a_search
SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM "Comments" AS "c"
WHERE "c"."ArticleId" IN (
    SELECT "s"."Id"
    FROM (
        SELECT "a"."Id"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
)

-- Count_of_a_search_in_a_projection
SELECT "a"."Name", (
    SELECT COUNT(*)
    FROM (
        SELECT 1 AS "One"
    ) AS "one"
    CROSS JOIN (
        SELECT "a0"."AuthorId"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    WHERE "s"."AuthorId" = "a"."Id") AS "Near"
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- The_distance_of_the_nearest_to_an_outer_row
SELECT "a"."Name", COALESCE((
    SELECT "s"."Distance"
    FROM (
        SELECT "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 1 AND "o"."rows" = 0 AND "o"."most" = 2147483647
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s"
    ORDER BY "s"."Distance" + 0.0, "s"."Label0"
    LIMIT 1), 0.0) AS "Nearest"
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- The_nearest_in_each_group
SELECT "a0"."Category", COALESCE((
    SELECT "s0"."Id"
    FROM (
        SELECT "a1"."Id", "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a1"
        INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a2"."Label" = "o"."Label"
        WHERE "a1"."Category" = "a0"."Category" AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 1 AND "o"."rows" = ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s"."Passed"), 0)
                FROM (
                    SELECT "o0"."Passed"
                    FROM "Articles" AS "a3"
                    INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = ifnull("a4"."Id", "a4"."Id")
                    INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                    WHERE "a3"."Category" = "a0"."Category" AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = 1 AND "o0"."rows" = -1
                    ORDER BY "o0"."Distance", "o0"."Label"
                    LIMIT max(1, 1)
                ) AS "s") < 1 THEN (
                SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a5"."Id"), (
                    SELECT "a6"."Label"
                    FROM "Articles_Embedding_Ledger" AS "a6"
                    WHERE "a6"."Id" = "a5"."Id"
                    LIMIT 1)))
                FROM "Articles" AS "a5"
                WHERE "a5"."Category" = "a0"."Category"
                LIMIT 1)
        END, 1)
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s0"
    ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
    LIMIT 1), 0) AS "Best"
FROM (
    SELECT DISTINCT "a"."Category"
    FROM "Articles" AS "a"
) AS "a0"
ORDER BY "a0"."Category"

-- The_nearest_of_a_collection
SELECT "a"."Name", (
    SELECT "s0"."Title"
    FROM (
        SELECT "a1"."Title", "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a1"
        INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a2"."Label" = "o"."Label"
        WHERE "a"."Id" = "a1"."AuthorId" AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 1 AND "o"."rows" = ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s"."Passed"), 0)
                FROM (
                    SELECT "o0"."Passed"
                    FROM "Articles" AS "a3"
                    INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = ifnull("a4"."Id", "a4"."Id")
                    INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                    WHERE "a"."Id" = "a3"."AuthorId" AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = 1 AND "o0"."rows" = -1
                    ORDER BY "o0"."Distance", "o0"."Label"
                    LIMIT max(1, 1)
                ) AS "s") < 1 THEN (
                SELECT omen_rowset("a6"."Label")
                FROM "Articles" AS "a5"
                INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a5"."Id" = "a6"."Id"
                WHERE "a"."Id" = "a5"."AuthorId"
                LIMIT 1)
        END, 1)
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s0"
    ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
    LIMIT 1) AS "Best"
FROM "Authors" AS "a"
WHERE EXISTS (
    SELECT 1
    FROM "Articles" AS "a0"
    WHERE "a"."Id" = "a0"."AuthorId")
ORDER BY "a"."Id"

-- The_nearest_of_a_collection_as_a_whole_row
SELECT "a"."Name", "a0"."Id", "a0"."AuthorId", "a0"."Category", "a0"."Embedding", "a0"."Published", "a0"."Rating", "a0"."Subtitle", "a0"."Title", "a0"."Format_Language", "a0"."Format_Words", "a0"."Origin_City", "a0"."Origin_Country"
FROM "Authors" AS "a"
INNER JOIN "Articles" AS "a0" ON COALESCE((
    SELECT "s0"."Id"
    FROM (
        SELECT "a1"."Id", "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a1"
        INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a2"."Label" = "o"."Label"
        WHERE "a"."Id" = "a1"."AuthorId" AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 1 AND "o"."rows" = ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s"."Passed"), 0)
                FROM (
                    SELECT "o0"."Passed"
                    FROM "Articles" AS "a3"
                    INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = ifnull("a4"."Id", "a4"."Id")
                    INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                    WHERE "a"."Id" = "a3"."AuthorId" AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = 1 AND "o0"."rows" = -1
                    ORDER BY "o0"."Distance", "o0"."Label"
                    LIMIT max(1, 1)
                ) AS "s") < 1 THEN (
                SELECT omen_rowset("a6"."Label")
                FROM "Articles" AS "a5"
                INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a5"."Id" = "a6"."Id"
                WHERE "a"."Id" = "a5"."AuthorId"
                LIMIT 1)
        END, 1)
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s0"
    ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
    LIMIT 1), 0) = "a0"."Id"

-- The_nearest_of_its_kind
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country", "a6"."Id", "a6"."Country", "a6"."Name", "a6"."Style"
FROM "Articles" AS "a"
LEFT JOIN "Authors" AS "a6" ON "a"."AuthorId" = "a6"."Id"
WHERE "a"."Id" = (
    SELECT "s0"."Id"
    FROM (
        SELECT "a0"."Id", "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE ("a0"."AuthorId" = "a"."AuthorId" OR ("a0"."AuthorId" IS NULL AND "a"."AuthorId" IS NULL)) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 1 AND "o"."rows" = ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s"."Passed"), 0)
                FROM (
                    SELECT "o0"."Passed"
                    FROM "Articles" AS "a2"
                    INNER JOIN "Articles_Embedding_Ledger" AS "a3" ON "a2"."Id" = ifnull("a3"."Id", "a3"."Id")
                    INNER JOIN "omen_nearest" AS "o0" ON "a3"."Label" = "o0"."Label"
                    WHERE ("a2"."AuthorId" = "a"."AuthorId" OR ("a2"."AuthorId" IS NULL AND "a"."AuthorId" IS NULL)) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = 1 AND "o0"."rows" = -1
                    ORDER BY "o0"."Distance", "o0"."Label"
                    LIMIT max(1, 1)
                ) AS "s") < 1 THEN (
                SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a4"."Id"), (
                    SELECT "a5"."Label"
                    FROM "Articles_Embedding_Ledger" AS "a5"
                    WHERE "a5"."Id" = "a4"."Id"
                    LIMIT 1)))
                FROM "Articles" AS "a4"
                WHERE "a4"."AuthorId" = "a"."AuthorId" OR ("a4"."AuthorId" IS NULL AND "a"."AuthorId" IS NULL)
                LIMIT 1)
        END, 1)
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s0"
    ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
    LIMIT 1)

-- The_nearest_other_of_its_kind_to_an_outer_row
SELECT "a"."Id", COALESCE((
    SELECT "s0"."Id"
    FROM (
        SELECT "a0"."Id", "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "a0"."Category" = "a"."Category" AND "a0"."Id" <> "a"."Id" AND "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Embedding" AND "o"."k" = 1 AND "o"."rows" = ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s"."Passed"), 0)
                FROM (
                    SELECT "o0"."Passed"
                    FROM "Articles" AS "a2"
                    INNER JOIN "Articles_Embedding_Ledger" AS "a3" ON "a2"."Id" = ifnull("a3"."Id", "a3"."Id")
                    INNER JOIN "omen_nearest" AS "o0" ON "a3"."Label" = "o0"."Label"
                    WHERE "a2"."Category" = "a"."Category" AND "a2"."Id" <> "a"."Id" AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = "a"."Embedding" AND "o0"."k" = 1 AND "o0"."rows" = -1 AND "o0"."most" = 2147483647
                    ORDER BY "o0"."Distance", "o0"."Label"
                    LIMIT max(1, 1)
                ) AS "s") < 1 THEN (
                SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a4"."Id"), (
                    SELECT "a5"."Label"
                    FROM "Articles_Embedding_Ledger" AS "a5"
                    WHERE "a5"."Id" = "a4"."Id"
                    LIMIT 1)))
                FROM "Articles" AS "a4"
                WHERE "a4"."Category" = "a"."Category" AND "a4"."Id" <> "a"."Id"
                LIMIT 1)
        END, 1) AND "o"."most" = 2147483647
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s0"
    ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
    LIMIT 1), 0) AS "Other"
FROM "Articles" AS "a"
WHERE "a"."Id" <= 20
ORDER BY "a"."Id"

-- The_nearest_other_to_an_outer_row
SELECT "a"."Id", COALESCE((
    SELECT "s"."Id"
    FROM (
        SELECT "a0"."Id", "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Embedding" AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2147483647
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(2, 1)
    ) AS "s"
    WHERE "s"."Id" <> "a"."Id"
    ORDER BY "s"."Distance" + 0.0, "s"."Label0"
    LIMIT 1), 0) AS "Other"
FROM "Articles" AS "a"
WHERE "a"."Id" <= 20
ORDER BY "a"."Id"

-- The_nearest_to_an_outer_row
SELECT "a"."Name", (
    SELECT "s"."Title"
    FROM (
        SELECT "a0"."Title", "o"."Label" AS "Label0", "o"."Distance"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 1 AND "o"."rows" = 0 AND "o"."most" = 2147483647
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s"
    ORDER BY "s"."Distance" + 0.0, "s"."Label0"
    LIMIT 1) AS "Nearest"
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- The_nearest_to_an_outer_row_among_those_that_a_search_found
SELECT "a"."Name", (
    SELECT "s0"."Title"
    FROM (
        SELECT "ordered0"."value0" AS "Id", "ordered0"."value1" AS "Title"
        FROM (
            SELECT "s"."Id" AS "value0", "s"."Title" AS "value1", omen_cosine("s"."Embedding", "a"."Style") AS "key0", "s"."Id" AS "key1"
            FROM (
                SELECT 1 AS "One"
            ) AS "one"
            CROSS JOIN (
                SELECT "a0"."Id", "a0"."Embedding", "a0"."Title"
                FROM "Articles" AS "a0"
                INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
                INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
                WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
                ORDER BY "o"."Distance", "o"."Label"
                LIMIT max(@k, 1)
            ) AS "s"
            WHERE omen_is_sound("s"."Embedding", 8, 32) AND omen_is_sound("a"."Style", 0, 32)
        ) AS "ordered0"
        ORDER BY "ordered0"."key0", "ordered0"."key1"
        LIMIT omen_limit(2)
    ) AS "s0"
    ORDER BY "s0"."Id" DESC
    LIMIT 1) AS "Nearest"
FROM "Authors" AS "a"
ORDER BY "a"."Id"

-- The_nearest_to_an_outer_row_without_an_index
SELECT "a"."Id", (
    SELECT "ordered0"."value0" AS "Name"
    FROM (
        SELECT "a0"."Name" AS "value0", omen_cosine("a0"."Style", "a"."Embedding") AS "key0", "a0"."Id" AS "key1"
        FROM "Authors" AS "a0"
        WHERE omen_is_sound("a0"."Style", 8, 32) AND omen_is_sound("a"."Embedding", 0, 32)
    ) AS "ordered0"
    ORDER BY "ordered0"."key0", "ordered0"."key1"
    LIMIT min(omen_limit(1), 1)) AS "Nearest"
FROM "Articles" AS "a"
WHERE "a"."Id" <= 20
ORDER BY "a"."Id"

-- The_nearest_to_each_row_of_a_list_without_an_index_in_a_split_query
SELECT "a"."Name", "a"."Id"
FROM "Authors" AS "a"
ORDER BY "a"."Id"

SELECT "a4"."Id", (
    SELECT "ordered0"."value0" AS "Name"
    FROM (
        SELECT "a5"."Name" AS "value0", omen_cosine("a5"."Style", "a4"."Embedding") AS "key0", "a5"."Id" AS "key1"
        FROM "Authors" AS "a5"
        WHERE omen_is_sound("a5"."Style", 8, 32) AND omen_is_sound("a4"."Embedding", 0, 32)
    ) AS "ordered0"
    ORDER BY "ordered0"."key0", "ordered0"."key1"
    LIMIT min(omen_limit(1), 1)) AS "Nearest", "a"."Id"
FROM "Authors" AS "a"
INNER JOIN "Articles" AS "a4" ON "a"."Id" = "a4"."AuthorId"
ORDER BY "a"."Id", "a4"."Id"
