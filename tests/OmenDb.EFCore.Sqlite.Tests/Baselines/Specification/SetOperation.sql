-- A_search_of_a_filtered_search
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", omen_cosine("s"."Embedding", @query2) AS "c", "s"."Origin_City", "s"."Origin_Country"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    WHERE "s"."Rating" > 1.0 AND omen_is_sound("s"."Embedding", 8, 32)
    ORDER BY omen_cosine("s"."Embedding", @query2), "s"."Id"
    LIMIT omen_limit(@k3)
) AS "s0"
WHERE "s0"."Category" = 0
ORDER BY "s0"."c", "s0"."Id"

-- A_search_of_a_search
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
WHERE omen_is_sound("s"."Embedding", 8, 32)
ORDER BY omen_cosine("s"."Embedding", @query2), "s"."Id"
LIMIT omen_limit(@k3)

-- Concat_of_filtered_searches
SELECT "u"."Id", "u"."AuthorId", "u"."Category", "u"."Embedding", "u"."Published", "u"."Rating", "u"."Subtitle", "u"."Title", "u"."Format_Language", "u"."Format_Words", "a11"."Id", "a11"."Origin_City", "a11"."Origin_Country"
FROM (
    SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "a"."Category" = 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'C60DFAA7445EDF746AE2BA04097109D3'), ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s"."Passed"), 0)
                FROM (
                    SELECT "o0"."Passed"
                    FROM "Articles" AS "a1"
                    INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                    INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                    WHERE "a1"."Category" = 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                    ORDER BY "o0"."Distance", "o0"."Label"
                    LIMIT max(@k, 1)
                ) AS "s") < @k THEN omen_keep((
                SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                    SELECT "a4"."Label"
                    FROM "Articles_Embedding_Ledger" AS "a4"
                    WHERE "a4"."Id" = "a3"."Id"
                    LIMIT 1)))
                FROM "Articles" AS "a3"
                WHERE "a3"."Category" = 0
                LIMIT 1), X'C60DFAA7445EDF746AE2BA04097109D3')
        END, 1))
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s0"
    UNION ALL
    SELECT "s2"."Id", "s2"."AuthorId", "s2"."Category", "s2"."Embedding", "s2"."Published", "s2"."Rating", "s2"."Subtitle", "s2"."Title", "s2"."Format_Language", "s2"."Format_Words"
    FROM (
        SELECT "a5"."Id", "a5"."AuthorId", "a5"."Category", "a5"."Embedding", "a5"."Published", "a5"."Rating", "a5"."Subtitle", "a5"."Title", "a5"."Format_Language", "a5"."Format_Words"
        FROM "Articles" AS "a5"
        INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a5"."Id" = ifnull("a6"."Id", "a6"."Id")
        INNER JOIN "omen_nearest" AS "o1" ON "a6"."Label" = "o1"."Label"
        WHERE "a5"."Category" = 2 AND "o1"."name" = 'Articles.Embedding' AND "o1"."query" = @query2 AND "o1"."k" = @k3 AND "o1"."rows" = ifnull(omen_kept(X'FB5823E5858F02075AC4F6C841586FD1'), ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s1"."Passed"), 0)
                FROM (
                    SELECT "o2"."Passed"
                    FROM "Articles" AS "a7"
                    INNER JOIN "Articles_Embedding_Ledger" AS "a8" ON "a7"."Id" = ifnull("a8"."Id", "a8"."Id")
                    INNER JOIN "omen_nearest" AS "o2" ON "a8"."Label" = "o2"."Label"
                    WHERE "a7"."Category" = 2 AND "o2"."name" = 'Articles.Embedding' AND "o2"."query" = @query2 AND "o2"."k" = @k3 AND "o2"."rows" = -2
                    ORDER BY "o2"."Distance", "o2"."Label"
                    LIMIT max(@k3, 1)
                ) AS "s1") < @k3 THEN omen_keep((
                SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a9"."Id"), (
                    SELECT "a10"."Label"
                    FROM "Articles_Embedding_Ledger" AS "a10"
                    WHERE "a10"."Id" = "a9"."Id"
                    LIMIT 1)))
                FROM "Articles" AS "a9"
                WHERE "a9"."Category" = 2
                LIMIT 1), X'FB5823E5858F02075AC4F6C841586FD1')
        END, 2))
        ORDER BY "o1"."Distance", "o1"."Label"
        LIMIT max(@k3, 1)
    ) AS "s2"
) AS "u"
LEFT JOIN "Articles" AS "a11" ON "u"."Id" = "a11"."Id"

-- Concat_of_two_searches
SELECT "u"."Id", "u"."AuthorId", "u"."Category", "u"."Embedding", "u"."Published", "u"."Rating", "u"."Subtitle", "u"."Title", "u"."Format_Language", "u"."Format_Words", "a3"."Id", "a3"."Origin_City", "a3"."Origin_Country"
FROM (
    SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    UNION ALL
    SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words"
    FROM (
        SELECT "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words"
        FROM "Articles" AS "a1"
        INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
        INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
        WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query2 AND "o0"."k" = @k3 AND "o0"."rows" = 0
        ORDER BY "o0"."Distance", "o0"."Label"
        LIMIT max(@k3, 1)
    ) AS "s0"
) AS "u"
LEFT JOIN "Articles" AS "a3" ON "u"."Id" = "a3"."Id"

-- Concat_with_distances
SELECT "u"."Title", "u"."distance"
FROM (
    SELECT "s"."Title", "s"."Distance" AS "distance"
    FROM (
        SELECT "a"."Title", "o"."Distance"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    UNION ALL
    SELECT "s0"."Text" AS "Title", "s0"."Distance" AS "distance"
    FROM (
        SELECT "c"."Text", "o0"."Distance"
        FROM "Comments" AS "c"
        INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
        INNER JOIN "omen_nearest" AS "o0" ON "c0"."Label" = "o0"."Label"
        WHERE "o0"."name" = 'Comments.Mood' AND "o0"."query" = @query2 AND "o0"."k" = @k3 AND "o0"."rows" = 0
        ORDER BY "o0"."Distance", "o0"."Label"
        LIMIT max(@k3, 1)
    ) AS "s0"
) AS "u"
ORDER BY "u"."distance"

-- Except_in_front
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Id1", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "e"."Id", "e"."AuthorId", "e"."Category", "e"."Embedding", "e"."Published", "e"."Rating", "e"."Subtitle", "e"."Title", "e"."Format_Language", "e"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a8"."Id" AS "Id1", "a8"."Origin_City", "a8"."Origin_Country"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words"
        FROM "Articles" AS "a"
        EXCEPT
        SELECT "a0"."Id", "a0"."AuthorId", "a0"."Category", "a0"."Embedding", "a0"."Published", "a0"."Rating", "a0"."Subtitle", "a0"."Title", "a0"."Format_Language", "a0"."Format_Words"
        FROM "Articles" AS "a0"
        WHERE "a0"."Category" = 0
    ) AS "e"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "e"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    LEFT JOIN "Articles" AS "a8" ON "e"."Id" = "a8"."Id"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM (
                    SELECT "a2"."Id", "a2"."AuthorId", "a2"."Category", "a2"."Embedding", "a2"."Published", "a2"."Rating", "a2"."Subtitle", "a2"."Title", "a2"."Format_Language", "a2"."Format_Words"
                    FROM "Articles" AS "a2"
                    EXCEPT
                    SELECT "a3"."Id", "a3"."AuthorId", "a3"."Category", "a3"."Embedding", "a3"."Published", "a3"."Rating", "a3"."Subtitle", "a3"."Title", "a3"."Format_Language", "a3"."Format_Words"
                    FROM "Articles" AS "a3"
                    WHERE "a3"."Category" = 0
                ) AS "e0"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "e0"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a7"."Label")
            FROM (
                SELECT "a5"."Id", "a5"."AuthorId", "a5"."Category", "a5"."Embedding", "a5"."Published", "a5"."Rating", "a5"."Subtitle", "a5"."Title", "a5"."Format_Language", "a5"."Format_Words"
                FROM "Articles" AS "a5"
                EXCEPT
                SELECT "a6"."Id", "a6"."AuthorId", "a6"."Category", "a6"."Embedding", "a6"."Published", "a6"."Rating", "a6"."Subtitle", "a6"."Title", "a6"."Format_Language", "a6"."Format_Words"
                FROM "Articles" AS "a6"
                WHERE "a6"."Category" = 0
            ) AS "e1"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "e1"."Id" = "a7"."Id"
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Except_of_two_searches
SELECT "e"."Id", "e"."AuthorId", "e"."Category", "e"."Embedding", "e"."Published", "e"."Rating", "e"."Subtitle", "e"."Title", "e"."Format_Language", "e"."Format_Words", "a3"."Id", "a3"."Origin_City", "a3"."Origin_Country"
FROM (
    SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    EXCEPT
    SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words"
    FROM (
        SELECT "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words"
        FROM "Articles" AS "a1"
        INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
        INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
        WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query2 AND "o0"."k" = @k3 AND "o0"."rows" = 0
        ORDER BY "o0"."Distance", "o0"."Label"
        LIMIT max(@k3, 1)
    ) AS "s0"
) AS "e"
LEFT JOIN "Articles" AS "a3" ON "e"."Id" = "a3"."Id"

-- Intersect_of_two_searches
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
INTERSECT
SELECT "s0"."Id"
FROM (
    SELECT "a1"."Id"
    FROM "Articles" AS "a1"
    INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
    INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
    WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query2 AND "o0"."k" = @k3 AND "o0"."rows" = 0
    ORDER BY "o0"."Distance", "o0"."Label"
    LIMIT max(@k3, 1)
) AS "s0"

-- Union_in_front
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Id1", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "u"."Id", "u"."AuthorId", "u"."Category", "u"."Embedding", "u"."Published", "u"."Rating", "u"."Subtitle", "u"."Title", "u"."Format_Language", "u"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a8"."Id" AS "Id1", "a8"."Origin_City", "a8"."Origin_Country"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words"
        FROM "Articles" AS "a"
        WHERE "a"."Category" = 0
        UNION
        SELECT "a0"."Id", "a0"."AuthorId", "a0"."Category", "a0"."Embedding", "a0"."Published", "a0"."Rating", "a0"."Subtitle", "a0"."Title", "a0"."Format_Language", "a0"."Format_Words"
        FROM "Articles" AS "a0"
        WHERE "a0"."Rating" > 4.0
    ) AS "u"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "u"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    LEFT JOIN "Articles" AS "a8" ON "u"."Id" = "a8"."Id"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM (
                    SELECT "a2"."Id", "a2"."AuthorId", "a2"."Category", "a2"."Embedding", "a2"."Published", "a2"."Rating", "a2"."Subtitle", "a2"."Title", "a2"."Format_Language", "a2"."Format_Words"
                    FROM "Articles" AS "a2"
                    WHERE "a2"."Category" = 0
                    UNION
                    SELECT "a3"."Id", "a3"."AuthorId", "a3"."Category", "a3"."Embedding", "a3"."Published", "a3"."Rating", "a3"."Subtitle", "a3"."Title", "a3"."Format_Language", "a3"."Format_Words"
                    FROM "Articles" AS "a3"
                    WHERE "a3"."Rating" > 4.0
                ) AS "u0"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "u0"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a7"."Label")
            FROM (
                SELECT "a5"."Id", "a5"."AuthorId", "a5"."Category", "a5"."Embedding", "a5"."Published", "a5"."Rating", "a5"."Subtitle", "a5"."Title", "a5"."Format_Language", "a5"."Format_Words"
                FROM "Articles" AS "a5"
                WHERE "a5"."Category" = 0
                UNION
                SELECT "a6"."Id", "a6"."AuthorId", "a6"."Category", "a6"."Embedding", "a6"."Published", "a6"."Rating", "a6"."Subtitle", "a6"."Title", "a6"."Format_Language", "a6"."Format_Words"
                FROM "Articles" AS "a6"
                WHERE "a6"."Rating" > 4.0
            ) AS "u1"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "u1"."Id" = "a7"."Id"
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Union_of_the_keys_of_two_searches
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
UNION
SELECT "s0"."Id"
FROM (
    SELECT "a1"."Id"
    FROM "Articles" AS "a1"
    INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
    INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
    WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query2 AND "o0"."k" = @k3 AND "o0"."rows" = 0
    ORDER BY "o0"."Distance", "o0"."Label"
    LIMIT max(@k3, 1)
) AS "s0"

-- Union_of_two_searches
SELECT "u"."Id", "u"."AuthorId", "u"."Category", "u"."Embedding", "u"."Published", "u"."Rating", "u"."Subtitle", "u"."Title", "u"."Format_Language", "u"."Format_Words", "a3"."Id", "a3"."Origin_City", "a3"."Origin_Country"
FROM (
    SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    UNION
    SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words"
    FROM (
        SELECT "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words"
        FROM "Articles" AS "a1"
        INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
        INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
        WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query2 AND "o0"."k" = @k3 AND "o0"."rows" = 0
        ORDER BY "o0"."Distance", "o0"."Label"
        LIMIT max(@k3, 1)
    ) AS "s0"
) AS "u"
LEFT JOIN "Articles" AS "a3" ON "u"."Id" = "a3"."Id"

-- Union_with_a_filter
SELECT "u"."Id", "u"."AuthorId", "u"."Category", "u"."Embedding", "u"."Published", "u"."Rating", "u"."Subtitle", "u"."Title", "u"."Format_Language", "u"."Format_Words", "a2"."Id", "a2"."Origin_City", "a2"."Origin_Country"
FROM (
    SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words"
    FROM (
        SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
    UNION
    SELECT "a1"."Id", "a1"."AuthorId", "a1"."Category", "a1"."Embedding", "a1"."Published", "a1"."Rating", "a1"."Subtitle", "a1"."Title", "a1"."Format_Language", "a1"."Format_Words"
    FROM "Articles" AS "a1"
    WHERE "a1"."Id" < 5
) AS "u"
LEFT JOIN "Articles" AS "a2" ON "u"."Id" = "a2"."Id"
