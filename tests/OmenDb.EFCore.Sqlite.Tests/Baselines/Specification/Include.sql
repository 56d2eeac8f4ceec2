-- A_collection_after
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Label", "s"."Label0", "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "c"."Id"

-- A_collection_after_in_a_split_query
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label"

SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text", "s"."Id", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "c"."Id"

-- A_collection_before
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Label", "s"."Label0", "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "c"."Id"

-- A_collection_before_in_a_split_query
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label"

SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text", "s"."Id", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "c"."Id"

-- A_collection_behind_a_filter
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country", "s0"."Label", "s0"."Label0", "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Rating" > 3.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'B8AC591F2C83A7186786D221ACF05AAC'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Rating" > 3.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Rating" > 3.0
            LIMIT 1), X'B8AC591F2C83A7186786D221ACF05AAC')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
LEFT JOIN "Comments" AS "c" ON "s0"."Id" = "c"."ArticleId"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0", "s0"."Id", "s0"."Label", "c"."Id"

-- A_collection_behind_a_filter_in_a_split_query
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country", "s0"."Label", "s0"."Label0"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Rating" > 3.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'B8AC591F2C83A7186786D221ACF05AAC'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Rating" > 3.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Rating" > 3.0
            LIMIT 1), X'B8AC591F2C83A7186786D221ACF05AAC')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0", "s0"."Id", "s0"."Label"

SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text", "s0"."Id", "s0"."Label", "s0"."Label0"
FROM (
    SELECT "a"."Id", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Rating" > 3.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'B8AC591F2C83A7186786D221ACF05AAC'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Rating" > 3.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Rating" > 3.0
            LIMIT 1), X'B8AC591F2C83A7186786D221ACF05AAC')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
INNER JOIN "Comments" AS "c" ON "s0"."Id" = "c"."ArticleId"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0", "s0"."Id", "s0"."Label", "c"."Id"

-- A_collection_filtered_by_a_search
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style", "a3"."Id", "a3"."AuthorId", "a3"."Category", "a3"."Embedding", "a3"."Published", "a3"."Rating", "a3"."Subtitle", "a3"."Title", "a3"."Format_Language", "a3"."Format_Words", "a3"."Origin_City", "a3"."Origin_Country"
FROM "Authors" AS "a"
LEFT JOIN (
    SELECT "a0"."Id", "a0"."AuthorId", "a0"."Category", "a0"."Embedding", "a0"."Published", "a0"."Rating", "a0"."Subtitle", "a0"."Title", "a0"."Format_Language", "a0"."Format_Words", "a0"."Origin_City", "a0"."Origin_Country"
    FROM "Articles" AS "a0"
    WHERE "a0"."Id" IN (
        SELECT "s"."Id"
        FROM (
            SELECT "a1"."Id"
            FROM "Articles" AS "a1"
            INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
            INNER JOIN "omen_nearest" AS "o" ON "a2"."Label" = "o"."Label"
            WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
            ORDER BY "o"."Distance", "o"."Label"
            LIMIT max(@k, 1)
        ) AS "s"
    )
) AS "a3" ON "a"."Id" = "a3"."AuthorId"
ORDER BY "a"."Id", "a3"."Id"

-- A_collection_in_a_collection_within_a_distance_by_the_metric_of_its_index
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style", "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Id0", "s"."ArticleId", "s"."Mood", "s"."Stars", "s"."Text"
FROM "Authors" AS "a"
LEFT JOIN (
    SELECT "a0"."Id", "a0"."AuthorId", "a0"."Category", "a0"."Embedding", "a0"."Published", "a0"."Rating", "a0"."Subtitle", "a0"."Title", "a0"."Format_Language", "a0"."Format_Words", "a0"."Origin_City", "a0"."Origin_Country", "c0"."Id" AS "Id0", "c0"."ArticleId", "c0"."Mood", "c0"."Stars", "c0"."Text"
    FROM "Articles" AS "a0"
    LEFT JOIN (
        SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
        FROM "Comments" AS "c"
        WHERE CASE
            WHEN omen_is_sound("c"."Mood", 8, 32) THEN omen_euclidean("c"."Mood", @query)
        END <= 2.0
    ) AS "c0" ON "a0"."Id" = "c0"."ArticleId"
) AS "s" ON "a"."Id" = "s"."AuthorId"
WHERE "a"."Country" = 'Italy'
ORDER BY "a"."Id", "s"."Id"

-- A_collection_within_a_distance
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style", "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words", "a1"."Origin_City", "a1"."Origin_Country"
FROM "Authors" AS "a"
LEFT JOIN (
    SELECT "a0"."Id", "a0"."AuthorId", "a0"."Category", "a0"."Embedding", "a0"."Published", "a0"."Rating", "a0"."Subtitle", "a0"."Title", "a0"."Format_Language", "a0"."Format_Words", "a0"."Origin_City", "a0"."Origin_Country"
    FROM "Articles" AS "a0"
    WHERE CASE
        WHEN omen_is_sound("a0"."Embedding", 8, 32) THEN omen_cosine("a0"."Embedding", @query)
    END <= 0.69999999999999996
) AS "a1" ON "a"."Id" = "a1"."AuthorId"
ORDER BY "a"."Id", "a1"."Id"

-- A_filtered_collection
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Label", "s"."Label0", "c0"."Id", "c0"."ArticleId", "c0"."Mood", "c0"."Stars", "c0"."Text"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN (
    SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
    FROM "Comments" AS "c"
    WHERE "c"."Stars" > 2
) AS "c0" ON "s"."Id" = "c0"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "c0"."Id" DESC

-- A_reference_after
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_reference_before
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- By_name
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Many_to_many
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Label", "s"."Label0", "s0"."ArticlesId", "s0"."TagsId", "s0"."Id", "s0"."Name"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN (
    SELECT "a1"."ArticlesId", "a1"."TagsId", "t"."Id", "t"."Name"
    FROM "ArticleTag" AS "a1"
    INNER JOIN "Tags" AS "t" ON "a1"."TagsId" = "t"."Id"
) AS "s0" ON "s"."Id" = "s0"."ArticlesId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "s0"."Id", "s0"."ArticlesId"

-- Many_to_many_in_a_split_query
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label"

SELECT "s0"."ArticlesId", "s0"."TagsId", "s0"."Id", "s0"."Name", "s"."Id", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN (
    SELECT "a1"."ArticlesId", "a1"."TagsId", "t"."Id", "t"."Name"
    FROM "ArticleTag" AS "a1"
    INNER JOIN "Tags" AS "t" ON "a1"."TagsId" = "t"."Id"
) AS "s0" ON "s"."Id" = "s0"."ArticlesId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "s0"."Id"

-- Several
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style", "s"."Label", "s"."Label0", "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
LEFT JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "a1"."Id", "c"."Id"

-- The_nearest_of_a_collection
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style", "a2"."Id", "a2"."AuthorId", "a2"."Category", "a2"."Embedding", "a2"."Published", "a2"."Rating", "a2"."Subtitle", "a2"."Title", "a2"."Format_Language", "a2"."Format_Words", "a2"."Origin_City", "a2"."Origin_Country"
FROM "Authors" AS "a"
LEFT JOIN (
    SELECT "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words", "a1"."Origin_City", "a1"."Origin_Country", "a1"."c"
    FROM (
        SELECT "a0"."Id", "a0"."AuthorId", "a0"."Category", "a0"."Embedding", "a0"."Published", "a0"."Rating", "a0"."Subtitle", "a0"."Title", "a0"."Format_Language", "a0"."Format_Words", "a0"."Origin_City", "a0"."Origin_Country", ROW_NUMBER() OVER(PARTITION BY "a0"."AuthorId" ORDER BY omen_cosine("a0"."Embedding", @query)) AS "row", omen_cosine("a0"."Embedding", @query) AS "c"
        FROM "Articles" AS "a0"
    ) AS "a1"
    WHERE "a1"."row" <= 2
) AS "a2" ON "a"."Id" = "a2"."AuthorId"
ORDER BY "a"."Id", "a2"."AuthorId", "a2"."c"

-- ThenInclude
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style", "s"."Label", "s"."Label0", "a2"."Id", "a2"."AuthorId", "a2"."Category", "a2"."Embedding", "a2"."Published", "a2"."Rating", "a2"."Subtitle", "a2"."Title", "a2"."Format_Language", "a2"."Format_Words", "a2"."Origin_City", "a2"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
LEFT JOIN "Articles" AS "a2" ON "a1"."Id" = "a2"."AuthorId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "a1"."Id", "a2"."Id"

-- ThenInclude_in_a_split_query
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "a1"."Id"

SELECT "a2"."Id", "a2"."AuthorId", "a2"."Category", "a2"."Embedding", "a2"."Published", "a2"."Rating", "a2"."Subtitle", "a2"."Title", "a2"."Format_Language", "a2"."Format_Words", "a2"."Origin_City", "a2"."Origin_Country", "s"."Id", "s"."Label", "s"."Label0", "a1"."Id"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
INNER JOIN "Articles" AS "a2" ON "a1"."Id" = "a2"."AuthorId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "a1"."Id", "a2"."Id"

-- ThenInclude_of_a_collection_in_a_collection
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Label", "s"."Label0", "s1"."ArticlesId", "s1"."TagsId", "s1"."Id", "s1"."Name", "s1"."ArticlesId0", "s1"."TagsId0", "s1"."Id0", "s1"."AuthorId", "s1"."Category", "s1"."Embedding", "s1"."Published", "s1"."Rating", "s1"."Subtitle", "s1"."Title", "s1"."Format_Language", "s1"."Format_Words", "s1"."Origin_City", "s1"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN (
    SELECT "a1"."ArticlesId", "a1"."TagsId", "t"."Id", "t"."Name", "s0"."ArticlesId" AS "ArticlesId0", "s0"."TagsId" AS "TagsId0", "s0"."Id" AS "Id0", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
    FROM "ArticleTag" AS "a1"
    INNER JOIN "Tags" AS "t" ON "a1"."TagsId" = "t"."Id"
    LEFT JOIN (
        SELECT "a2"."ArticlesId", "a2"."TagsId", "a3"."Id", "a3"."AuthorId", "a3"."Category", "a3"."Embedding", "a3"."Published", "a3"."Rating", "a3"."Subtitle", "a3"."Title", "a3"."Format_Language", "a3"."Format_Words", "a3"."Origin_City", "a3"."Origin_Country"
        FROM "ArticleTag" AS "a2"
        INNER JOIN "Articles" AS "a3" ON "a2"."ArticlesId" = "a3"."Id"
    ) AS "s0" ON "t"."Id" = "s0"."TagsId"
) AS "s1" ON "s"."Id" = "s1"."ArticlesId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "s1"."Id", "s1"."ArticlesId", "s1"."TagsId", "s1"."Id0", "s1"."ArticlesId0"
