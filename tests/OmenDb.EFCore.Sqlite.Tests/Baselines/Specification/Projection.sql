-- A_collection
SELECT "s"."Id", "s"."Label", "s"."Label0", "c"."Text", "c"."Id"
FROM (
    SELECT "a"."Id", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Comments" AS "c" ON "s"."Id" = "c"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "c"."Id"

-- A_collection_in_a_split_query
SELECT "s"."Id", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label"

SELECT "c1"."Text", "s"."Id", "s"."Label", "s"."Label0"
FROM (
    SELECT "a"."Id", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN "Comments" AS "c1" ON "s"."Id" = "c1"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "c1"."Id"

-- A_collection_of_each_different_vector
SELECT "s"."Id", "s"."Embedding", "s0"."Text", "s0"."Id", "s0"."Id0"
FROM (
    SELECT "a"."Id", "a"."Embedding"
    FROM "Comments" AS "c"
    INNER JOIN "Articles" AS "a" ON "c"."ArticleId" = "a"."Id"
    GROUP BY "a"."Id", "a"."Embedding"
) AS "s"
LEFT JOIN (
    SELECT "c0"."Text", "c0"."Id", "a0"."Id" AS "Id0", "a0"."Embedding"
    FROM "Comments" AS "c0"
    INNER JOIN "Articles" AS "a0" ON "c0"."ArticleId" = "a0"."Id"
) AS "s0" ON "s"."Id" = "s0"."Id0" AND "s"."Embedding" = "s0"."Embedding"
ORDER BY "s"."Id", "s"."Embedding", "s0"."Id"

-- A_complex_part
SELECT "s"."Format_Language", "s"."Format_Words"
FROM (
    SELECT "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_computed_scalar
SELECT "s"."Title" || '!' || CAST("s"."Id" AS TEXT)
FROM (
    SELECT "a"."Id", "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_condition
SELECT CASE
    WHEN "s"."Rating" > 2.0 THEN "s"."Title"
    ELSE "s"."Subtitle"
END
FROM (
    SELECT "a"."Rating", "a"."Subtitle", "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_constant
SELECT 1
FROM (
    SELECT "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_count
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

-- A_filtered_collection
SELECT "s"."Id", "s"."Label", "s"."Label0", "c0"."Text", "c0"."Id"
FROM (
    SELECT "a"."Id", "a0"."Label", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN (
    SELECT "c"."Text", "c"."Id", "c"."ArticleId"
    FROM "Comments" AS "c"
    WHERE "c"."Stars" > 2
) AS "c0" ON "s"."Id" = "c0"."ArticleId"
ORDER BY "s"."Distance" + 0.0, "s"."Label0", "s"."Id", "s"."Label", "c0"."Id"

-- A_method_of_the_application
SELECT "s"."Title"
FROM (
    SELECT "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_reference
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

-- A_referenced_row
SELECT "a1"."Id", "a1"."Country", "a1"."Name", "a1"."Style"
FROM (
    SELECT "a"."AuthorId", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_scalar
SELECT "s"."Title"
FROM (
    SELECT "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_subquery
SELECT "s"."Id", (
    SELECT MAX("c"."Stars")
    FROM "Comments" AS "c"
    WHERE "c"."ArticleId" = "s"."Id") AS "Best"
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

-- A_tuple
SELECT "s"."Id", "s"."Title"
FROM (
    SELECT "a"."Id", "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- An_anonymous_type
SELECT "s"."Id", "s"."Title", "s"."Category"
FROM (
    SELECT "a"."Id", "a"."Category", "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- An_object
SELECT "s"."Id", "s"."Title"
FROM (
    SELECT "a"."Id", "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- An_owned_part
SELECT "s"."Origin_City" AS "City", "s"."Origin_Country" AS "Country"
FROM (
    SELECT "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Groups_of_what_has_a_vector
SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "s"."Id", "s"."ArticleId", "s"."Mood", "s"."Stars", "s"."Text"
FROM (
    SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text"
    FROM "Comments" AS "c"
    INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Comments.Mood' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
INNER JOIN "Articles" AS "a" ON "s"."ArticleId" = "a"."Id"
ORDER BY "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words"

-- Select_after_Select
SELECT "s"."Id", "a1"."Country"
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

-- The_distance
SELECT "s"."Distance"
FROM (
    SELECT "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- The_distance_and_what_belongs_to_the_row
SELECT "s"."Id", "s"."Distance" AS "distance", "a1"."Name", (
    SELECT COALESCE(SUM("c"."Stars"), 0)
    FROM "Comments" AS "c"
    WHERE "s"."Id" = "c"."ArticleId") AS "Stars"
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

-- The_distance_as_a_score
SELECT "s"."Id", 1.0 - "s"."Distance" AS "Score"
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

-- The_distance_behind_a_filter
SELECT "s0"."Id", "s0"."Distance" AS "distance"
FROM (
    SELECT "a"."Id", "o"."Label" AS "Label0", "o"."Distance"
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
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- The_distance_in_an_object
SELECT "s"."Id", "s"."Title", "s"."Distance"
FROM (
    SELECT "a"."Id", "a"."Title", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- The_distance_to_something_else
SELECT "s"."Id", "s"."Distance" AS "distance", omen_euclidean("s"."Embedding", @other) AS "Other"
FROM (
    SELECT "a"."Id", "a"."Embedding", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- The_row_and_its_distance
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country", "s"."Distance"
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

-- The_row_inside_an_object
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

-- The_vector
SELECT "s"."Embedding"
FROM (
    SELECT "a"."Embedding", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"
