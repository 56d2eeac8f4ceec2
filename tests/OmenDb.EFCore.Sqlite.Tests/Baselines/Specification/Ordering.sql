-- Distinct_after
SELECT DISTINCT "s"."Category"
FROM (
    SELECT "a"."Category"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- Distinct_before
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a1"."Origin_City", "a1"."Origin_Country"
    FROM (
        SELECT DISTINCT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
        FROM "Articles" AS "a"
    ) AS "a1"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a1"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM (
                    SELECT DISTINCT "a2"."Id", "a2"."AuthorId", "a2"."Category", "a2"."Embedding", "a2"."Published", "a2"."Rating", "a2"."Subtitle", "a2"."Title", "a2"."Format_Language", "a2"."Format_Words"
                    FROM "Articles" AS "a2"
                ) AS "a4"
                INNER JOIN "Articles_Embedding_Ledger" AS "a3" ON "a4"."Id" = ifnull("a3"."Id", "a3"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a3"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a6"."Label")
            FROM (
                SELECT DISTINCT "a5"."Id", "a5"."AuthorId", "a5"."Category", "a5"."Embedding", "a5"."Published", "a5"."Rating", "a5"."Subtitle", "a5"."Title", "a5"."Format_Language", "a5"."Format_Words"
                FROM "Articles" AS "a5"
            ) AS "a7"
            INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a7"."Id" = "a6"."Id"
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Distinct_of_the_rows_after
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT DISTINCT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
) AS "s0"

-- More_than_there_are
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

-- Nearest_first
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

-- Nearest_first_by_a_named_vector
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

-- OrderByDescending_of_the_distance
SELECT "s"."Id", "s"."Distance" AS "distance"
FROM (
    SELECT "a"."Id", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" DESC

-- OrderBy_a_count_after
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY (
    SELECT COUNT(*)
    FROM "ArticleTag" AS "a1"
    INNER JOIN "Tags" AS "t" ON "a1"."TagsId" = "t"."Id"
    WHERE "s"."Id" = "a1"."ArticlesId") DESC, "s"."Id"

-- OrderBy_a_reference_after
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
ORDER BY "a1"."Country", "s"."Id"

-- OrderBy_after
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Id"

-- OrderBy_and_ThenBy_after
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Category", "s"."Id" DESC

-- OrderBy_before_does_not_matter
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'2A3FD76C5B7D3778B686A759F59C37C5'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            ORDER BY "a3"."Title", "a3"."Id" DESC
            LIMIT 1), X'2A3FD76C5B7D3778B686A759F59C37C5')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Reverse
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

-- Skip_after
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
LIMIT -1 OFFSET @p

-- Skip_and_Take_after
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
LIMIT @p OFFSET @p

-- Skip_and_Take_after_Where
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
WHERE "s"."Category" = 0
ORDER BY "s"."Distance" + 0.0, "s"."Label0"
LIMIT @p OFFSET @p

-- Skip_and_Take_before_restrict_what_is_searched
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a1"."Origin_City", "a1"."Origin_Country"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
        FROM "Articles" AS "a"
        ORDER BY "a"."Id"
        LIMIT @p OFFSET @p
    ) AS "a1"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a1"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM (
                    SELECT "a2"."Id"
                    FROM "Articles" AS "a2"
                    ORDER BY "a2"."Id"
                    LIMIT @p OFFSET @p
                ) AS "a4"
                INNER JOIN "Articles_Embedding_Ledger" AS "a3" ON "a4"."Id" = ifnull("a3"."Id", "a3"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a3"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a6"."Label")
            FROM (
                SELECT "a5"."Id"
                FROM "Articles" AS "a5"
                ORDER BY "a5"."Id"
                LIMIT @p OFFSET @p
            ) AS "a7"
            INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a7"."Id" = "a6"."Id"
            ORDER BY "a7"."Id"
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Take_after
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
LIMIT @p

-- Take_before_restricts_what_is_searched
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a1"."Origin_City", "a1"."Origin_Country"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
        FROM "Articles" AS "a"
        ORDER BY "a"."Id"
        LIMIT @p
    ) AS "a1"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a1"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM (
                    SELECT "a2"."Id"
                    FROM "Articles" AS "a2"
                    ORDER BY "a2"."Id"
                    LIMIT @p
                ) AS "a4"
                INNER JOIN "Articles_Embedding_Ledger" AS "a3" ON "a4"."Id" = ifnull("a3"."Id", "a3"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a3"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a6"."Label")
            FROM (
                SELECT "a5"."Id"
                FROM "Articles" AS "a5"
                ORDER BY "a5"."Id"
                LIMIT @p
            ) AS "a7"
            INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a7"."Id" = "a6"."Id"
            ORDER BY "a7"."Id"
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
