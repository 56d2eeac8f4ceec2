SELECT "s"."Id", "s"."Category", "s"."Embedding", "s"."Slug", "s"."Title", "s"."Label", "s"."Label0", "c"."Id", "c"."ArticleId", "c"."Text"
FROM (
    SELECT "a"."Id", "a"."Category", "a"."Embedding", "a"."Slug", "a"."Title", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance", "s"."Label0", "s"."Id", "s"."Label"
