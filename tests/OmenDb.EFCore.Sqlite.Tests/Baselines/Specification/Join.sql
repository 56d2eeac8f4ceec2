-- For_each_of_the_k_its_nearest_others
SELECT "s"."Id", "s0"."Text"
FROM (
    SELECT "a"."Id", "a"."Embedding", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
CROSS JOIN "omen_nearest" AS "o0"
INNER JOIN (
    SELECT "c"."Text", "c0"."Label"
    FROM "Comments" AS "c"
    INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
) AS "s0" ON "o0"."Label" = "s0"."Label"
WHERE "o0"."name" = 'Comments.Mood' AND "o0"."query" = "s"."Embedding" AND "o0"."k" = 2 AND "o0"."rows" = 0 AND "o0"."most" = 2
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- For_each_row_as_many_of_its_nearest_others_as_it_says
SELECT "a"."Id" AS "From", "s"."Id" AS "To"
FROM "Articles" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Id", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "a"."Id" <= 6 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Embedding" AND "o"."k" = "a"."Id" AND "o"."rows" = 0 AND "o"."most" = "a"."Id"

-- For_each_row_its_nearest_others
SELECT "a"."Id" AS "Author", "s"."Id"
FROM "Authors" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Id", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 3 AND "o"."rows" = 0 AND "o"."most" = 3

-- For_each_row_its_nearest_others_by_a_vector_that_a_step_before_computes
SELECT "c"."Id" AS "From", "s"."Id" AS "To"
FROM "Comments" AS "c"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "c0"."Id", "c1"."Label"
    FROM "Comments" AS "c0"
    INNER JOIN "Comments_Mood_Ledger" AS "c1" ON "c0"."Id" = ifnull("c1"."Id", "c1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "c"."Id" <= 30 AND "o"."name" = 'Comments.Mood' AND "o"."query" = COALESCE("c"."Mood", @neutral) AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2

-- For_each_row_its_nearest_others_by_a_vector_that_another_may_stand_in_for
SELECT "c"."Id" AS "From", "s"."Id" AS "To"
FROM "Comments" AS "c"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "c0"."Id", "c1"."Label"
    FROM "Comments" AS "c0"
    INNER JOIN "Comments_Mood_Ledger" AS "c1" ON "c0"."Id" = ifnull("c1"."Id", "c1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "c"."Id" <= 30 AND "o"."name" = 'Comments.Mood' AND "o"."query" = COALESCE("c"."Mood", @neutral) AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2

-- For_each_row_its_nearest_others_by_a_vector_that_is_chosen
SELECT "c"."Id" AS "From", "s"."Id" AS "To"
FROM "Comments" AS "c"
INNER JOIN "Articles" AS "a" ON "c"."ArticleId" = "a"."Id"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a2"."Id", "a3"."Label"
    FROM "Articles" AS "a2"
    INNER JOIN "Articles_Embedding_Ledger" AS "a3" ON "a2"."Id" = ifnull("a3"."Id", "a3"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "c"."Id" <= 30 AND CASE
    WHEN "c"."Stars" > 3 THEN "a"."Embedding"
    ELSE (
        SELECT "a0"."Embedding"
        FROM "Articles" AS "a0"
        WHERE "a0"."Id" = "c"."Stars"
        LIMIT 1)
END IS NOT NULL AND "o"."name" = 'Articles.Embedding' AND "o"."query" = CASE
    WHEN "c"."Stars" > 3 THEN "a"."Embedding"
    ELSE (
        SELECT "a1"."Embedding"
        FROM "Articles" AS "a1"
        WHERE "a1"."Id" = "c"."Stars"
        LIMIT 1)
END AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2

-- For_each_row_its_nearest_others_by_a_vector_that_was_selected
SELECT "c0"."Id" AS "From", "s"."Id" AS "To"
FROM (
    SELECT "c"."Id", "c"."Mood"
    FROM "Comments" AS "c"
    WHERE "c"."Id" <= 30 AND "c"."Mood" IS NOT NULL
    ORDER BY "c"."Id"
    LIMIT @p
) AS "c0"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "c1"."Id", "c2"."Label"
    FROM "Comments" AS "c1"
    INNER JOIN "Comments_Mood_Ledger" AS "c2" ON "c1"."Id" = ifnull("c2"."Id", "c2"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "c0"."Mood" IS NOT NULL AND "o"."name" = 'Comments.Mood' AND "o"."query" = "c0"."Mood" AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2
ORDER BY "c0"."Id"

-- For_each_row_its_nearest_others_by_one_of_two_vectors
SELECT "c"."Id" AS "From", "s"."Id" AS "To"
FROM "Comments" AS "c"
INNER JOIN "Articles" AS "a" ON "c"."ArticleId" = "a"."Id"
LEFT JOIN "Authors" AS "a0" ON "a"."AuthorId" = "a0"."Id"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "c0"."Id", "c1"."Label"
    FROM "Comments" AS "c0"
    INNER JOIN "Comments_Mood_Ledger" AS "c1" ON "c0"."Id" = ifnull("c1"."Id", "c1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "c"."Id" <= 60 AND "a"."AuthorId" IS NOT NULL AND CASE
    WHEN "c"."Mood" IS NOT NULL THEN "c"."Mood"
    ELSE "a0"."Style"
END IS NOT NULL AND "o"."name" = 'Comments.Mood' AND "o"."query" = CASE
    WHEN "c"."Mood" IS NOT NULL THEN "c"."Mood"
    ELSE "a0"."Style"
END AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2

-- For_each_row_its_nearest_others_by_the_vector_of_a_row_that_is_looked_up
SELECT "c"."Id" AS "From", "s"."Id" AS "To"
FROM "Comments" AS "c"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a1"."Id", "a2"."Label"
    FROM "Articles" AS "a1"
    INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "c"."Id" <= 30 AND (
    SELECT "a"."Style"
    FROM "Authors" AS "a"
    WHERE "a"."Id" <= "c"."Stars"
    ORDER BY "a"."Id" DESC
    LIMIT 1) IS NOT NULL AND "o"."name" = 'Articles.Embedding' AND "o"."query" = (
    SELECT "a0"."Style"
    FROM "Authors" AS "a0"
    WHERE "a0"."Id" <= "c"."Stars"
    ORDER BY "a0"."Id" DESC
    LIMIT 1) AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2

-- For_each_row_its_nearest_others_by_the_vector_of_a_row_that_it_refers_to
SELECT "c"."Id" AS "From", "s"."Id" AS "To"
FROM "Comments" AS "c"
INNER JOIN "Articles" AS "a" ON "c"."ArticleId" = "a"."Id"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Id", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "c"."Id" <= 30 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Embedding" AND "o"."k" = 2 AND "o"."rows" = 0 AND "o"."most" = 2

-- For_each_row_its_nearest_others_in_a_result_with_the_row
SELECT "a"."Name", "s"."Title", "o"."Distance" AS "distance"
FROM "Authors" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Title", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 3 AND "o"."rows" = 0 AND "o"."most" = 3

-- For_each_row_its_nearest_others_in_a_result_with_the_row_and_then_another
SELECT "a"."Name", "s"."Title", "o"."Distance" < CAST("a"."Id" AS REAL) / 10.0 AS "Near"
FROM "Authors" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Title", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 3 AND "o"."rows" = 0 AND "o"."most" = 3

-- For_each_row_its_nearest_others_of_the_same_set
SELECT "a"."Id" AS "From", "s"."Id" AS "To"
FROM "Articles" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Id", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "a"."Id" <= 20 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Embedding" AND "o"."k" = 3 AND "o"."rows" = 0 AND "o"."most" = 3 AND "s"."Id" <> "a"."Id"

-- For_each_row_its_nearest_others_that_pass_a_filter
SELECT "a"."Name", "s"."Title"
FROM "Authors" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a2"."Title", "a3"."Label"
    FROM "Articles" AS "a2"
    INNER JOIN "Articles_Embedding_Ledger" AS "a3" ON "a2"."Id" = ifnull("a3"."Id", "a3"."Id")
    WHERE "a2"."Category" = 2
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 3 AND "o"."rows" = (
    SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a0"."Id"), (
        SELECT "a1"."Label"
        FROM "Articles_Embedding_Ledger" AS "a1"
        WHERE "a1"."Id" = "a0"."Id"
        LIMIT 1)))
    FROM "Articles" AS "a0"
    WHERE "a0"."Category" = 2
    LIMIT 1) AND "o"."most" = 3

-- For_each_row_its_nearest_others_then_all_of_them_filtered
SELECT "s"."Title"
FROM "Authors" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Rating", "a0"."Title", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 3 AND "o"."rows" = 0 AND "o"."most" = 3 AND "s"."Rating" > 1.0

-- For_each_row_its_nearest_others_with_the_distance
SELECT "a"."Name", "s"."Title", "o"."Distance" AS "distance"
FROM "Authors" AS "a"
CROSS JOIN "omen_nearest" AS "o"
INNER JOIN (
    SELECT "a0"."Title", "a1"."Label"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
) AS "s" ON "o"."Label" = "s"."Label"
WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = "a"."Style" AND "o"."k" = 3 AND "o"."rows" = 0 AND "o"."most" = 3
ORDER BY "a"."Id", "o"."Distance"

-- GroupJoin
SELECT "s"."Id", (
    SELECT COUNT(*)
    FROM "Comments" AS "c"
    WHERE "s"."Id" = "c"."ArticleId") AS "Count"
FROM (
    SELECT "a"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- GroupJoin_flattened
SELECT "s"."Id", "c0"."Text"
FROM (
    SELECT "a"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN (
    SELECT "c"."ArticleId", "c"."Text"
    FROM "Comments" AS "c"
    WHERE "c"."Stars" > 3
) AS "c0" ON "s"."Id" = "c0"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Join
SELECT "s"."Title", "c"."Text"
FROM (
    SELECT "a"."Id", "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Join_in_front
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN (
        SELECT "a0"."Id"
        FROM "Authors" AS "a0"
        WHERE "a0"."Country" = 'Italy'
    ) AS "a1" ON "a"."AuthorId" = "a1"."Id"
    INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a"."Id" = ifnull("a2"."Id", "a2"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a2"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a3"
                INNER JOIN (
                    SELECT "a4"."Id"
                    FROM "Authors" AS "a4"
                    WHERE "a4"."Country" = 'Italy'
                ) AS "a5" ON "a3"."AuthorId" = "a5"."Id"
                INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a3"."Id" = ifnull("a6"."Id", "a6"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a6"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a10"."Label")
            FROM "Articles" AS "a7"
            INNER JOIN (
                SELECT "a8"."Id"
                FROM "Authors" AS "a8"
                WHERE "a8"."Country" = 'Italy'
            ) AS "a9" ON "a7"."AuthorId" = "a9"."Id"
            INNER JOIN "Articles_Embedding_Ledger" AS "a10" ON "a7"."Id" = "a10"."Id"
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Join_of_two_searches
SELECT "s"."Id", "s0"."Title"
FROM (
    SELECT "a"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN (
    SELECT "a1"."Id", "a1"."Title"
    FROM "Articles" AS "a1"
    INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
    INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
    WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query2 AND "o0"."k" = @k3 AND "o0"."rows" = 0
    ORDER BY "o0"."Distance", "o0"."Label"
    LIMIT max(@k3, 1)
) AS "s0" ON "s"."Id" = "s0"."Id"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Join_the_other_way
SELECT "s"."Title", "c"."Text"
FROM "Comments" AS "c"
INNER JOIN (
    SELECT "a"."Id", "a"."Title"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s" ON "c"."ArticleId" = "s"."Id"

-- LeftJoin
SELECT "s"."Id", "a1"."Name"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Rows_that_a_left_join_found_nothing_for_are_not_near
SELECT "s0"."Title"
FROM (
    SELECT "a1"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Authors" AS "a"
    LEFT JOIN (
        SELECT "a0"."Id", "a0"."AuthorId", "a0"."Title"
        FROM "Articles" AS "a0"
        WHERE "a0"."Id" < 9
    ) AS "a1" ON "a"."Id" = "a1"."AuthorId"
    INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a2"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Authors" AS "a3"
                LEFT JOIN (
                    SELECT "a4"."Id", "a4"."AuthorId"
                    FROM "Articles" AS "a4"
                    WHERE "a4"."Id" < 9
                ) AS "a5" ON "a3"."Id" = "a5"."AuthorId"
                INNER JOIN "Articles_Embedding_Ledger" AS "a6" ON "a5"."Id" = ifnull("a6"."Id", "a6"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a6"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a10"."Label")
            FROM "Authors" AS "a7"
            LEFT JOIN (
                SELECT "a8"."Id", "a8"."AuthorId"
                FROM "Articles" AS "a8"
                WHERE "a8"."Id" < 9
            ) AS "a9" ON "a7"."Id" = "a9"."AuthorId"
            INNER JOIN "Articles_Embedding_Ledger" AS "a10" ON "a9"."Id" = "a10"."Id"
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Rows_that_a_left_join_found_nothing_for_are_not_near_without_an_index
SELECT "a0"."Name", omen_cosine("a0"."Style", @query) AS "distance"
FROM "Articles" AS "a"
LEFT JOIN "Authors" AS "a0" ON "a"."AuthorId" = "a0"."Id"
WHERE "a"."Id" < 9 AND omen_is_sound("a0"."Style", 8, 32) AND "a0"."Style" IS NOT NULL
ORDER BY omen_cosine("a0"."Style", @query), "a0"."Id"
LIMIT omen_limit(@k)

-- SelectMany_of_a_collection
SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
FROM (
    SELECT "a"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- SelectMany_of_a_collection_in_front
SELECT "s0"."Id0", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a0"."Id" AS "Id0", "a0"."AuthorId", "a0"."Category", "a0"."Embedding", "a0"."Published", "a0"."Rating", "a0"."Subtitle", "a0"."Title", "a0"."Format_Language", "a0"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a0"."Origin_City", "a0"."Origin_Country"
    FROM "Authors" AS "a"
    INNER JOIN "Articles" AS "a0" ON "a"."Id" = "a0"."AuthorId"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a"."Country" = 'Kenya' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'B04C04A0A26C607C1464173FD73AB35B'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Authors" AS "a2"
                INNER JOIN "Articles" AS "a3" ON "a2"."Id" = "a3"."AuthorId"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a2"."Country" = 'Kenya' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a7"."Label")
            FROM "Authors" AS "a5"
            INNER JOIN "Articles" AS "a6" ON "a5"."Id" = "a6"."AuthorId"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "a6"."Id" = "a7"."Id"
            WHERE "a5"."Country" = 'Kenya'
            LIMIT 1), X'B04C04A0A26C607C1464173FD73AB35B')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- SelectMany_of_many_to_many
SELECT "s"."Id", "s0"."Name"
FROM (
    SELECT "a"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN (
    SELECT "t"."Name", "a1"."ArticlesId"
    FROM "ArticleTag" AS "a1"
    INNER JOIN "Tags" AS "t" ON "a1"."TagsId" = "t"."Id"
) AS "s0" ON "s"."Id" = "s0"."ArticlesId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- SelectMany_of_one_search_for_all
SELECT "a"."Name", "s"."Title"
FROM "Authors" AS "a"
CROSS JOIN (
    SELECT "a0"."Title"
    FROM "Articles" AS "a0"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a0"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"

-- The_rows_that_are_referred_to
SELECT "s0"."Id0", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id" AS "Id0", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Comments" AS "c"
    INNER JOIN "Articles" AS "a" ON "c"."ArticleId" = "a"."Id"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "c"."Stars" = 5 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'582E9CBB3DFCDFCDE6EA436B745268DC'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Comments" AS "c0"
                INNER JOIN "Articles" AS "a1" ON "c0"."ArticleId" = "a1"."Id"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "c0"."Stars" = 5 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Comments" AS "c1"
            INNER JOIN "Articles" AS "a3" ON "c1"."ArticleId" = "a3"."Id"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "c1"."Stars" = 5
            LIMIT 1), X'582E9CBB3DFCDFCDE6EA436B745268DC')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
