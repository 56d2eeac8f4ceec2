-- All
SELECT NOT EXISTS (
    SELECT 1
    FROM (
        SELECT "a"."Rating"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    WHERE "s"."Rating" >= 5.0)

-- Any
SELECT EXISTS (
    SELECT 1
    FROM (
        SELECT 1
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s")

-- Any_that
SELECT EXISTS (
    SELECT 1
    FROM (
        SELECT "a"."Category"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    WHERE "s"."Category" = 0)

-- Average
SELECT AVG("s"."Rating")
FROM (
    SELECT "a"."Rating"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Average_of_the_distances
SELECT AVG("s"."Distance")
FROM (
    SELECT "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Contains
SELECT @p IN (
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

-- Count
SELECT COUNT(*)
FROM (
    SELECT 1
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Count_of_all
SELECT COUNT(*)
FROM (
    SELECT 1
    FROM "Comments" AS "c"
    INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Comments.Mood' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Count_that
SELECT COUNT(*)
FROM (
    SELECT "a"."Rating"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Rating" > 2.0

-- ElementAt
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"
LIMIT 1 OFFSET @p

-- First
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"
LIMIT 1

-- FirstOrDefault_behind_a_filter
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Rating" > 4.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'99852F6C13E78CC1F845BB0013AD1014'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Rating" > 4.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Rating" > 4.0
            LIMIT 1), X'99852F6C13E78CC1F845BB0013AD1014')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
LIMIT 1

-- FirstOrDefault_of_nothing
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" < 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'AB3768A87D12902C7B77AD5D8629034E'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" < 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Id" < 0
            LIMIT 1), X'AB3768A87D12902C7B77AD5D8629034E')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
LIMIT 1

-- First_that
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Category" = 2
ORDER BY "s"."Distance" + 0.0, "s"."Label0"
LIMIT 1

-- GroupBy
SELECT "s"."Category" AS "Key", COUNT(*) AS "Count", MAX("s"."Rating") AS "Best"
FROM (
    SELECT "a"."Category", "a"."Rating"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
GROUP BY "s"."Category"

-- GroupBy_having
SELECT "s"."AuthorId" AS "Key", COUNT(*) AS "Count"
FROM (
    SELECT "a"."AuthorId"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
GROUP BY "s"."AuthorId"
HAVING COUNT(*) > 1

-- GroupBy_the_distance
SELECT "s"."Category" AS "Key", MIN("s"."Distance") AS "Nearest"
FROM (
    SELECT "a"."Category", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
GROUP BY "s"."Category"

-- GroupBy_then_Count
SELECT COUNT(*)
FROM (
    SELECT 1
    FROM (
        SELECT "a"."Category"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    GROUP BY "s"."Category"
) AS "s0"

-- GroupBy_two_columns
SELECT "s"."Category", "s"."Origin_City" AS "City", COALESCE(SUM("s"."Rating"), 0.0) AS "Sum"
FROM (
    SELECT "a"."Category", "a"."Rating", "a"."Origin_City"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
GROUP BY "s"."Category", "s"."Origin_City"

-- Last
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0 DESC, "s"."Label0" DESC
LIMIT 1

-- LongCount
SELECT COUNT(*)
FROM (
    SELECT 1
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Max
SELECT MAX("s"."Id")
FROM (
    SELECT "a"."Id"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Max_of_the_distances
SELECT MAX("s"."Distance")
FROM (
    SELECT "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Min
SELECT MIN("s"."Published")
FROM (
    SELECT "a"."Published"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Single
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"
LIMIT 2

-- SingleOrDefault_that
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Id" = 77
ORDER BY "s"."Distance" + 0.0, "s"."Label0"
LIMIT 2

-- Sum
SELECT COALESCE(SUM("s"."Format_Words"), 0)
FROM (
    SELECT "a"."Format_Words"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
