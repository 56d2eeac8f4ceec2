-- ExecuteDelete
DELETE FROM "Comments" AS "c"
WHERE "c"."Id" IN (
    SELECT "s"."Id"
    FROM (
        SELECT "c0"."Id"
        FROM "Comments" AS "c0"
        INNER JOIN "Comments_Mood_Ledger" AS "c1" ON "c0"."Id" = ifnull("c1"."Id", "c1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "c1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Comments.Mood' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s"
)

-- ExecuteDelete_of_WithinDistance_behind_a_query_filter_over_a_navigation
DELETE FROM "Replies" AS "r"
WHERE "r"."Id" IN (
    SELECT "r0"."Id"
    FROM "Replies" AS "r0"
    INNER JOIN "Authors" AS "a" ON "r0"."AuthorId" = "a"."Id"
    INNER JOIN "Replies_Vector_Ledger" AS "r1" ON "r0"."Id" = ifnull("r1"."Id", "r1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "r1"."Label" = "o"."Label"
    WHERE "a"."Country" = 'Norway' AND "o"."name" = 'Replies.Vector' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "r1"."Label" = "o"."Label" THEN omen_cosine("r0"."Vector", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
)

-- ExecuteUpdate
UPDATE "Articles" AS "a5"
SET "Title" = @p
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
WHERE "a5"."Id" = "s0"."Id"

-- ExecuteUpdate_of_WithinDistance
UPDATE "Articles" AS "a1"
SET "Title" = @p
FROM (
    SELECT "a"."Id"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"
WHERE "a1"."Id" = "s"."Id"

-- ExecuteUpdate_of_WithinDistance_behind_a_query_filter
UPDATE "Notes" AS "n1"
SET "Tenant" = @p
FROM (
    SELECT "n"."Id"
    FROM "Notes" AS "n"
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = ifnull("n0"."Id", "n0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE NOT ("n"."IsDeleted") AND "n"."Tenant" = 1 AND "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "n0"."Label" = "o"."Label" THEN omen_cosine("n"."Vector", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"
WHERE "n1"."Id" = "s"."Id"

-- ExecuteUpdate_of_WithinDistance_behind_a_query_filter_over_a_navigation
UPDATE "Replies" AS "r1"
SET "Text" = @p
FROM (
    SELECT "r"."Id"
    FROM "Replies" AS "r"
    INNER JOIN "Authors" AS "a" ON "r"."AuthorId" = "a"."Id"
    INNER JOIN "Replies_Vector_Ledger" AS "r0" ON "r"."Id" = ifnull("r0"."Id", "r0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "r0"."Label" = "o"."Label"
    WHERE "a"."Country" = 'Norway' AND "o"."name" = 'Replies.Vector' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "r0"."Label" = "o"."Label" THEN omen_cosine("r"."Vector", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"
WHERE "r1"."Id" = "s"."Id"

-- ExecuteUpdate_of_WithinDistance_between_conditions
UPDATE "Comments" AS "c1"
SET "Stars" = "s0"."Stars" + 10
FROM (
    SELECT "s"."Id", "s"."Stars"
    FROM (
        SELECT "c"."Id", "c"."ArticleId", "c"."Stars"
        FROM "Comments" AS "c"
        INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
        WHERE "c"."Stars" > 2 AND "o"."name" = 'Comments.Mood' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
            WHEN "c0"."Label" = "o"."Label" THEN omen_euclidean("c"."Mood", @query)
        END <= @maxDistance
        ORDER BY (SELECT 1)
        LIMIT 2147483647
    ) AS "s"
    INNER JOIN "Articles" AS "a" ON "s"."ArticleId" = "a"."Id"
    WHERE "a"."Rating" > 1.0
) AS "s0"
WHERE "c1"."Id" = "s0"."Id"

-- ExecuteUpdate_of_WithinDistance_in_a_join
UPDATE "Articles" AS "a2"
SET "Title" = @p
FROM (
    SELECT "s"."Id"
    FROM "Authors" AS "a"
    INNER JOIN (
        SELECT "a0"."Id", "a0"."AuthorId"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
            WHEN "a1"."Label" = "o"."Label" THEN omen_cosine("a0"."Embedding", @query)
        END <= @maxDistance
        ORDER BY (SELECT 1)
        LIMIT 2147483647
    ) AS "s" ON "a"."Id" = "s"."AuthorId"
    WHERE "a"."Country" = 'Italy'
) AS "s0"
WHERE "a2"."Id" = "s0"."Id"

-- ExecuteUpdate_of_WithinDistance_with_a_composite_key
UPDATE "Cells" AS "c1"
SET "Vector" = @p
FROM (
    SELECT "c"."Sheet", "c"."Row", "c"."Column"
    FROM "Cells" AS "c"
    INNER JOIN "Cells_Vector_Ledger" AS "c0" ON "c"."Sheet" = ifnull("c0"."Sheet", "c0"."Sheet") AND "c"."Row" = ifnull("c0"."Row", "c0"."Row") AND "c"."Column" = ifnull("c0"."Column", "c0"."Column")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Cells.Vector' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "c0"."Label" = "o"."Label" THEN omen_cosine("c"."Vector", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"
WHERE "c1"."Sheet" = "s"."Sheet" AND "c1"."Row" = "s"."Row" AND "c1"."Column" = "s"."Column"

-- ExecuteUpdate_of_a_part_of_WithinDistance
UPDATE "Articles" AS "a1"
SET "Origin_City" = @p
FROM (
    SELECT "a"."Id"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = @maxDistance AND CASE
        WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", @query)
    END <= @maxDistance
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s"
WHERE "a1"."Id" = "s"."Id"

-- ExecuteUpdate_of_a_vector_by_the_distance_of_one_of_another_length
UPDATE "Photos" AS "p"
SET "Draft" = CASE
    WHEN omen_euclidean("p"."Colors", @small) <= 0.80000000000000004 THEN @other
    ELSE "p"."Draft"
END

-- ExecuteUpdate_of_a_vector_to_what_a_search_by_one_of_another_length_finds
UPDATE "Photos" AS "p"
SET "Colors" = (
    SELECT "s"."Colors"
    FROM (
        SELECT "p0"."Colors", "o"."Label" AS "Label0", "o"."Distance"
        FROM "Photos" AS "p0"
        INNER JOIN "Photos_Content_Ledger" AS "p1" ON "p0"."Id" = ifnull("p1"."Id", "p1"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "p1"."Label" = "o"."Label"
        WHERE "o"."name" = 'Photos.Content' AND "o"."query" = @query AND "o"."k" = 1 AND "o"."rows" = 0
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(1, 1)
    ) AS "s"
    ORDER BY "s"."Distance" + 0.0, "s"."Label0"
    LIMIT 1)

-- ExecuteUpdate_of_each_that_others_are_nearest_to
UPDATE "Authors" AS "a2"
SET "Name" = @p
FROM (
    SELECT "a"."Id"
    FROM "Authors" AS "a"
    CROSS JOIN "omen_nearest" AS "o"
    INNER JOIN (
        SELECT "a1"."Label"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
    ) AS "s" ON "o"."Label" = "s"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2 AND "o"."Distance" < 0.20000000000000001
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s0"
WHERE "a2"."Id" = "s0"."Id"

-- ExecuteUpdate_of_the_nearest_of_each
UPDATE "Articles" AS "a2"
SET "Title" = @p
FROM (
    SELECT "s"."Id"
    FROM "Authors" AS "a"
    CROSS JOIN "omen_nearest" AS "o"
    INNER JOIN (
        SELECT "a0"."Id", "a1"."Label"
        FROM "Articles" AS "a0"
        INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
    ) AS "s" ON "o"."Label" = "s"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2
    ORDER BY (SELECT 1)
    LIMIT 2147483647
) AS "s0"
WHERE "a2"."Id" = "s0"."Id"

-- ExecuteUpdate_of_the_vector
UPDATE "Articles" AS "a1"
SET "Embedding" = @p
FROM (
    SELECT "a"."Id"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "a1"."Id" = "s"."Id"

-- ExecuteUpdate_of_the_vector_in_a_join
UPDATE "Comments" AS "c"
SET "Mood" = @p
FROM "Vehicles" AS "v"
WHERE "v"."Id" = "c"."Id"

-- ExecuteUpdate_of_what_refers_to_WithinDistance
UPDATE "Comments" AS "c"
SET "Text" = @p
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT 1 AS "One"
    ) AS "one"
    CROSS JOIN (
        SELECT "a"."Id"
        FROM "Articles" AS "a"
        INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = X'C0C0DBBD02463B3FE8876F3F308CC13EEE654E3F0EB859BF5208F2BED63948BF' AND "o"."k" = 2147483647 AND "o"."rows" = 0 AND "o"."within" = 0.59999999999999998 AND CASE
            WHEN "a0"."Label" = "o"."Label" THEN omen_cosine("a"."Embedding", X'C0C0DBBD02463B3FE8876F3F308CC13EEE654E3F0EB859BF5208F2BED63948BF')
        END <= 0.59999999999999998
        ORDER BY (SELECT 1)
        LIMIT 2147483647
    ) AS "s"
    WHERE "s"."Id" = "c"."ArticleId")
