SELECT "s"."Id", "s"."AuthorId", "s"."Sketch"
FROM (
    SELECT "d"."Id", "d"."AuthorId", "d"."Sketch", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Drafts" AS "d"
    INNER JOIN "Drafts_Sketch_Ledger" AS "d0" ON "d"."Id" = "d0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "d0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Drafts.Sketch' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance", "s"."Label0"
