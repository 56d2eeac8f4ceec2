-- IgnoreQueryFilters_after
SELECT "s0"."Id", "s0"."IsDeleted", "s0"."Tenant", "s0"."Vector"
FROM (
    SELECT "n"."Id", "n"."IsDeleted", "n"."Tenant", "n"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Notes" AS "n"
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = "n0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'442E6726EE12762AC7E2C4332C0E2BF8'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = "n2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("n4"."Label")
            FROM "Notes" AS "n3"
            INNER JOIN "Notes_Vector_Ledger" AS "n4" ON "n3"."Id" = "n4"."Id"
            LIMIT 1), X'442E6726EE12762AC7E2C4332C0E2BF8')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- IgnoreQueryFilters_before
SELECT "s0"."Id", "s0"."IsDeleted", "s0"."Tenant", "s0"."Vector"
FROM (
    SELECT "n"."Id", "n"."IsDeleted", "n"."Tenant", "n"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Notes" AS "n"
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = "n0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'442E6726EE12762AC7E2C4332C0E2BF8'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = "n2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("n4"."Label")
            FROM "Notes" AS "n3"
            INNER JOIN "Notes_Vector_Ledger" AS "n4" ON "n3"."Id" = "n4"."Id"
            LIMIT 1), X'442E6726EE12762AC7E2C4332C0E2BF8')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- IgnoreQueryFilters_by_name
SELECT "s0"."Id", "s0"."IsDeleted", "s0"."Tenant", "s0"."Vector"
FROM (
    SELECT "n"."Id", "n"."IsDeleted", "n"."Tenant", "n"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Notes" AS "n"
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = "n0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE NOT ("n"."IsDeleted") AND "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'422D083FD0FB8DAA01BD9698BCCA1F8A'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = "n2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE NOT ("n1"."IsDeleted") AND "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("n4"."Label")
            FROM "Notes" AS "n3"
            INNER JOIN "Notes_Vector_Ledger" AS "n4" ON "n3"."Id" = "n4"."Id"
            WHERE NOT ("n3"."IsDeleted")
            LIMIT 1), X'422D083FD0FB8DAA01BD9698BCCA1F8A')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Query_filters_and_Where
SELECT "s0"."Id", "s0"."IsDeleted", "s0"."Tenant", "s0"."Vector"
FROM (
    SELECT "n"."Id", "n"."IsDeleted", "n"."Tenant", "n"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Notes" AS "n"
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = "n0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE NOT ("n"."IsDeleted") AND "n"."Tenant" = 1 AND "n"."Id" > 40 AND "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'1AB7FB683C3A5E4B385A18E28F80401B'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = "n2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE NOT ("n1"."IsDeleted") AND "n1"."Tenant" = 1 AND "n1"."Id" > 40 AND "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("n4"."Label")
            FROM "Notes" AS "n3"
            INNER JOIN "Notes_Vector_Ledger" AS "n4" ON "n3"."Id" = "n4"."Id"
            WHERE NOT ("n3"."IsDeleted") AND "n3"."Tenant" = 1 AND "n3"."Id" > 40
            LIMIT 1), X'1AB7FB683C3A5E4B385A18E28F80401B')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Query_filters_restrict_what_is_searched
SELECT "s0"."Id", "s0"."IsDeleted", "s0"."Tenant", "s0"."Vector"
FROM (
    SELECT "n"."Id", "n"."IsDeleted", "n"."Tenant", "n"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Notes" AS "n"
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = "n0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE NOT ("n"."IsDeleted") AND "n"."Tenant" = 1 AND "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'7295E5ABD05C9BFA17A3530458F1B703'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = "n2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE NOT ("n1"."IsDeleted") AND "n1"."Tenant" = 1 AND "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("n4"."Label")
            FROM "Notes" AS "n3"
            INNER JOIN "Notes_Vector_Ledger" AS "n4" ON "n3"."Id" = "n4"."Id"
            WHERE NOT ("n3"."IsDeleted") AND "n3"."Tenant" = 1
            LIMIT 1), X'7295E5ABD05C9BFA17A3530458F1B703')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_after_by_a_captured_variable
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Category" = @category
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_after_by_a_column
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Category" = 1
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_after_by_a_complex_part
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Format_Language" = 'it'
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_after_by_a_list
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Category" IN (@categories1, @categories2)
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_after_by_a_reference
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
LEFT JOIN "Authors" AS "a1" ON "s"."AuthorId" = "a1"."Id"
WHERE "a1"."Country" = 'Italy'
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_after_by_a_subquery
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE EXISTS (
    SELECT 1
    FROM "Comments" AS "c"
    WHERE "c"."ArticleId" = "s"."Id" AND "c"."Stars" = 1)
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_after_by_an_owned_part
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Origin_Country" = 'Italy'
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_after_by_any_of_a_collection
SELECT "s"."Id", "s"."AuthorId", "s"."Category", "s"."Embedding", "s"."Published", "s"."Rating", "s"."Subtitle", "s"."Title", "s"."Format_Language", "s"."Format_Words", "s"."Origin_City", "s"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE EXISTS (
    SELECT 1
    FROM "Comments" AS "c"
    WHERE "s"."Id" = "c"."ArticleId" AND "c"."Stars" = 5)
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_after_by_distance
SELECT "s"."Id", "s"."Distance" AS "distance"
FROM (
    SELECT "a"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Distance" < 0.40000000000000002
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Where_before_and_after
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'586131B9737BD39A27F8D8109A07B4FE'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Category" = 0
            LIMIT 1), X'586131B9737BD39A27F8D8109A07B4FE')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
WHERE "s0"."Rating" > 2.0
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_captured_variable
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = @category AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'42DBCCCCFE7811CD0381F25790BDCF34', @category), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = @category AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Category" = @category
            LIMIT 1), X'42DBCCCCFE7811CD0381F25790BDCF34', @category)
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_column
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = 1 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'AB8489FD419B3B5995E68BB33FD419D0'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = 1 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Category" = 1
            LIMIT 1), X'AB8489FD419B3B5995E68BB33FD419D0')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_complex_part
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Format_Words" > 800 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'BB898B999F7D78D255E859A81A80B070'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Format_Words" > 800 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Format_Words" > 800
            LIMIT 1), X'BB898B999F7D78D255E859A81A80B070')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_correlated_subquery
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE (
        SELECT COUNT(*)
        FROM "Comments" AS "c"
        WHERE "c"."ArticleId" = "a"."Id" AND "c"."Stars" > 3) = 2 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE (
                    SELECT COUNT(*)
                    FROM "Comments" AS "c0"
                    WHERE "c0"."ArticleId" = "a1"."Id" AND "c0"."Stars" > 3) = 2 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE (
                SELECT COUNT(*)
                FROM "Comments" AS "c1"
                WHERE "c1"."ArticleId" = "a3"."Id" AND "c1"."Stars" > 3) = 2
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_date
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Published" > '2024-05-01' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'A8C5D68CDD3C899960C6AB3D7E433F08'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Published" > '2024-05-01' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Published" > '2024-05-01'
            LIMIT 1), X'A8C5D68CDD3C899960C6AB3D7E433F08')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_list
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" IN (@ids1, @ids2, @ids3, @ids4, @ids5) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" IN (@ids1, @ids2, @ids3, @ids4, @ids5) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Id" IN (@ids1, @ids2, @ids3, @ids4, @ids5)
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_missing_reference
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    LEFT JOIN "Authors" AS "a0" ON "a"."AuthorId" = "a0"."Id"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = "a1"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a0"."Id" IS NULL AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'DE1868775216775B7AB0B1CF2083E185'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                LEFT JOIN "Authors" AS "a3" ON "a2"."AuthorId" = "a3"."Id"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = "a4"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a3"."Id" IS NULL AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a7"."Label")
            FROM "Articles" AS "a5"
            LEFT JOIN "Authors" AS "a6" ON "a5"."AuthorId" = "a6"."Id"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "a5"."Id" = "a7"."Id"
            WHERE "a6"."Id" IS NULL
            LIMIT 1), X'DE1868775216775B7AB0B1CF2083E185')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_null_parameter
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Subtitle" IS NULL AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'04A9C61C79A0314C1753CC64753750A7', NULL), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Subtitle" IS NULL AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Subtitle" IS NULL
            LIMIT 1), X'04A9C61C79A0314C1753CC64753750A7', NULL)
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_reference
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    LEFT JOIN "Authors" AS "a0" ON "a"."AuthorId" = "a0"."Id"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = "a1"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a0"."Country" = 'Norway' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'F8725DCDB250E98C94B086E1F82D1D97'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                LEFT JOIN "Authors" AS "a3" ON "a2"."AuthorId" = "a3"."Id"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = "a4"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a3"."Country" = 'Norway' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a7"."Label")
            FROM "Articles" AS "a5"
            LEFT JOIN "Authors" AS "a6" ON "a5"."AuthorId" = "a6"."Id"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "a5"."Id" = "a7"."Id"
            WHERE "a6"."Country" = 'Norway'
            LIMIT 1), X'F8725DCDB250E98C94B086E1F82D1D97')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_subquery
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = "a1"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a"."AuthorId" IN (
        SELECT "a0"."Id"
        FROM "Authors" AS "a0"
        WHERE "a0"."Country" = 'Kenya'
    ) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'7F2CC99515B63BFDE1ECB200203120AD'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = "a4"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a2"."AuthorId" IN (
                    SELECT "a3"."Id"
                    FROM "Authors" AS "a3"
                    WHERE "a3"."Country" = 'Kenya'
                ) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a7"."Label")
            FROM "Articles" AS "a5"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "a5"."Id" = "a7"."Id"
            WHERE "a5"."AuthorId" IN (
                SELECT "a6"."Id"
                FROM "Authors" AS "a6"
                WHERE "a6"."Country" = 'Kenya'
            )
            LIMIT 1), X'7F2CC99515B63BFDE1ECB200203120AD')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_vector_that_may_be_missing
SELECT "s0"."Id", "s0"."ArticleId", "s0"."Mood", "s0"."Stars", "s0"."Text"
FROM (
    SELECT "c"."Id", "c"."ArticleId", "c"."Mood", "c"."Stars", "c"."Text", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Comments" AS "c"
    INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = "c0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "c"."Stars" > 2 AND "o"."name" = 'Comments.Mood' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'1E2A1326E9EA0EFFC7C11133B338F783'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Comments" AS "c1"
                INNER JOIN "Comments_Mood_Ledger" AS "c2" ON "c1"."Id" = "c2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "c2"."Label" = "o0"."Label"
                WHERE "c1"."Stars" > 2 AND "o0"."name" = 'Comments.Mood' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("c4"."Label")
            FROM "Comments" AS "c3"
            INNER JOIN "Comments_Mood_Ledger" AS "c4" ON "c3"."Id" = "c4"."Id"
            WHERE "c3"."Stars" > 2
            LIMIT 1), X'1E2A1326E9EA0EFFC7C11133B338F783')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_all_of_a_collection
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE NOT EXISTS (
        SELECT 1
        FROM "Comments" AS "c"
        WHERE "a"."Id" = "c"."ArticleId" AND "c"."Stars" <= 2) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'98F41683D60B32DF19A3E3008FB6FB58'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE NOT EXISTS (
                    SELECT 1
                    FROM "Comments" AS "c0"
                    WHERE "a1"."Id" = "c0"."ArticleId" AND "c0"."Stars" <= 2) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE NOT EXISTS (
                SELECT 1
                FROM "Comments" AS "c1"
                WHERE "a3"."Id" = "c1"."ArticleId" AND "c1"."Stars" <= 2)
            LIMIT 1), X'98F41683D60B32DF19A3E3008FB6FB58')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_an_average
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = "a1"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a"."Rating" > (
        SELECT AVG("a0"."Rating")
        FROM "Articles" AS "a0") AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = "a4"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a2"."Rating" > (
                    SELECT AVG("a3"."Rating")
                    FROM "Articles" AS "a3") AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a7"."Label")
            FROM "Articles" AS "a5"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "a5"."Id" = "a7"."Id"
            WHERE "a5"."Rating" > (
                SELECT AVG("a6"."Rating")
                FROM "Articles" AS "a6")
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_an_owned_part
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "a"."Origin_City", "a"."Origin_Country", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Origin_City" = 'Oslo' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'0A0AD82A007B04E043A806B597155747'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Origin_City" = 'Oslo' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Origin_City" = 'Oslo'
            LIMIT 1), X'0A0AD82A007B04E043A806B597155747')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_any_of_a_collection
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE EXISTS (
        SELECT 1
        FROM "Comments" AS "c"
        WHERE "a"."Id" = "c"."ArticleId" AND "c"."Stars" = 5) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'3254BEC91F6B7420804404D06F9B8AAE'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE EXISTS (
                    SELECT 1
                    FROM "Comments" AS "c0"
                    WHERE "a1"."Id" = "c0"."ArticleId" AND "c0"."Stars" = 5) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE EXISTS (
                SELECT 1
                FROM "Comments" AS "c1"
                WHERE "a3"."Id" = "c1"."ArticleId" AND "c1"."Stars" = 5)
            LIMIT 1), X'3254BEC91F6B7420804404D06F9B8AAE')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_arithmetic
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE ("a"."Id" * 3 + 1) % 4 = 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'CD14D6CD2003515DAD189B27240E6F66'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE ("a1"."Id" * 3 + 1) % 4 = 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE ("a3"."Id" * 3 + 1) % 4 = 0
            LIMIT 1), X'CD14D6CD2003515DAD189B27240E6F66')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_distance
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE omen_cosine("a"."Embedding", @other) < @near AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE omen_cosine("a1"."Embedding", @other) < @near AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE omen_cosine("a3"."Embedding", @other) < @near
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_either_of_two
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE ("a"."Category" = 0 OR "a"."Rating" > 4.0) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'996EF46D57CBE47B56C316AA7B128561'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE ("a1"."Category" = 0 OR "a1"."Rating" > 4.0) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Category" = 0 OR "a3"."Rating" > 4.0
            LIMIT 1), X'996EF46D57CBE47B56C316AA7B128561')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_many_to_many
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = "a1"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE EXISTS (
        SELECT 1
        FROM "ArticleTag" AS "a0"
        INNER JOIN "Tags" AS "t" ON "a0"."TagsId" = "t"."Id"
        WHERE "a"."Id" = "a0"."ArticlesId" AND "t"."Name" = 'tag3') AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'E6B88AB0AB224131D178DF1AE75027CC'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = "a4"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE EXISTS (
                    SELECT 1
                    FROM "ArticleTag" AS "a3"
                    INNER JOIN "Tags" AS "t0" ON "a3"."TagsId" = "t0"."Id"
                    WHERE "a2"."Id" = "a3"."ArticlesId" AND "t0"."Name" = 'tag3') AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a7"."Label")
            FROM "Articles" AS "a5"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "a5"."Id" = "a7"."Id"
            WHERE EXISTS (
                SELECT 1
                FROM "ArticleTag" AS "a6"
                INNER JOIN "Tags" AS "t1" ON "a6"."TagsId" = "t1"."Id"
                WHERE "a5"."Id" = "a6"."ArticlesId" AND "t1"."Name" = 'tag3')
            LIMIT 1), X'E6B88AB0AB224131D178DF1AE75027CC')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_negation
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" <> 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'CC1710A671C45781A58F32AD6278AEEE'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" <> 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Category" <> 0
            LIMIT 1), X'CC1710A671C45781A58F32AD6278AEEE')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_null
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Subtitle" IS NULL AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'F50E9E292973F50F80941EF0985AB32F'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Subtitle" IS NULL AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Subtitle" IS NULL
            LIMIT 1), X'F50E9E292973F50F80941EF0985AB32F')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_text
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Title" LIKE 'Article 1%' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Title" LIKE 'Article 1%' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Title" LIKE 'Article 1%'
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_the_count_of_a_collection
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = "a1"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE (
        SELECT COUNT(*)
        FROM "ArticleTag" AS "a0"
        INNER JOIN "Tags" AS "t" ON "a0"."TagsId" = "t"."Id"
        WHERE "a"."Id" = "a0"."ArticlesId") > 1 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = "a4"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE (
                    SELECT COUNT(*)
                    FROM "ArticleTag" AS "a3"
                    INNER JOIN "Tags" AS "t0" ON "a3"."TagsId" = "t0"."Id"
                    WHERE "a2"."Id" = "a3"."ArticlesId") > 1 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("a7"."Label")
            FROM "Articles" AS "a5"
            INNER JOIN "Articles_Embedding_Ledger" AS "a7" ON "a5"."Id" = "a7"."Id"
            WHERE (
                SELECT COUNT(*)
                FROM "ArticleTag" AS "a6"
                INNER JOIN "Tags" AS "t1" ON "a6"."TagsId" = "t1"."Id"
                WHERE "a5"."Id" = "a6"."ArticlesId") > 1
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_the_key
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" = 17 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'47A604B091DEAB760D8AAC950F3A01B2'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" = 17 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Id" = 17
            LIMIT 1), X'47A604B091DEAB760D8AAC950F3A01B2')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_two_columns
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = 0 AND "a"."Rating" > 2.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'BBFF4CFE11313576E38E6359546C3354'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = 0 AND "a1"."Rating" > 2.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Category" = 0 AND "a3"."Rating" > 2.0
            LIMIT 1), X'BBFF4CFE11313576E38E6359546C3354')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_that_everything_passes
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" > 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'5F1B06E8BBC867F843886B58914D7C55'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" > 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Id" > 0
            LIMIT 1), X'5F1B06E8BBC867F843886B58914D7C55')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_that_few_rows_pass
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" <= 4 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'ECF55935A4BCDE841C2EF030A81B4C34'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" <= 4 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Id" <= 4
            LIMIT 1), X'ECF55935A4BCDE841C2EF030A81B4C34')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_twice
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = "a0"."Id"
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = 0 AND "a"."Rating" > 2.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'BBFF4CFE11313576E38E6359546C3354'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = "a2"."Id"
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = 0 AND "a1"."Rating" > 2.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Articles" AS "a3"
            INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Category" = 0 AND "a3"."Rating" > 2.0
            LIMIT 1), X'BBFF4CFE11313576E38E6359546C3354')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
