SELECT "s0"."Id", "s0"."Category", "s0"."Embedding", "s0"."Slug", "s0"."Title"
FROM (
    SELECT "a"."Id", "a"."Category", "a"."Embedding", "a"."Slug", "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = @category AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = @category AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = 256 AND "o0"."rows" = 1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT @k
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Category" = @category
            LIMIT 1)
    END, 0)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance", "s0"."Label0"
