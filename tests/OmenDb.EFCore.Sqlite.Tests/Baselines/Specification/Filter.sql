-- IgnoreQueryFilters_after
SELECT "s0"."Id", "s0"."IsDeleted", "s0"."Tenant", "s0"."Vector"
FROM (
    SELECT "n"."Id", "n"."IsDeleted", "n"."Tenant", "n"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Notes" AS "n"
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = ifnull("n0"."Id", "n0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'9002030F7DBBDBD779EDC9C969C51FB7'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = ifnull("n2"."Id", "n2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Notes.Vector', "n3"."Id"), (
                SELECT "n4"."Label"
                FROM "Notes_Vector_Ledger" AS "n4"
                WHERE "n4"."Id" = "n3"."Id"
                LIMIT 1)))
            FROM "Notes" AS "n3"
            LIMIT 1), X'9002030F7DBBDBD779EDC9C969C51FB7')
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
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = ifnull("n0"."Id", "n0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'9002030F7DBBDBD779EDC9C969C51FB7'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = ifnull("n2"."Id", "n2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Notes.Vector', "n3"."Id"), (
                SELECT "n4"."Label"
                FROM "Notes_Vector_Ledger" AS "n4"
                WHERE "n4"."Id" = "n3"."Id"
                LIMIT 1)))
            FROM "Notes" AS "n3"
            LIMIT 1), X'9002030F7DBBDBD779EDC9C969C51FB7')
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
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = ifnull("n0"."Id", "n0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE NOT ("n"."IsDeleted") AND "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'D54689FCC07DC99CBC0AF092A36C5DD0'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = ifnull("n2"."Id", "n2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE NOT ("n1"."IsDeleted") AND "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Notes.Vector', "n3"."Id"), (
                SELECT "n4"."Label"
                FROM "Notes_Vector_Ledger" AS "n4"
                WHERE "n4"."Id" = "n3"."Id"
                LIMIT 1)))
            FROM "Notes" AS "n3"
            WHERE NOT ("n3"."IsDeleted")
            LIMIT 1), X'D54689FCC07DC99CBC0AF092A36C5DD0')
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
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = ifnull("n0"."Id", "n0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE NOT ("n"."IsDeleted") AND "n"."Tenant" = 1 AND "n"."Id" > 40 AND "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'C62DFB91E28EC65CA8D01DD2DECC4B78'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = ifnull("n2"."Id", "n2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE NOT ("n1"."IsDeleted") AND "n1"."Tenant" = 1 AND "n1"."Id" > 40 AND "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Notes.Vector', "n3"."Id"), (
                SELECT "n4"."Label"
                FROM "Notes_Vector_Ledger" AS "n4"
                WHERE "n4"."Id" = "n3"."Id"
                LIMIT 1)))
            FROM "Notes" AS "n3"
            WHERE NOT ("n3"."IsDeleted") AND "n3"."Tenant" = 1 AND "n3"."Id" > 40
            LIMIT 1), X'C62DFB91E28EC65CA8D01DD2DECC4B78')
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
    INNER JOIN "Notes_Vector_Ledger" AS "n0" ON "n"."Id" = ifnull("n0"."Id", "n0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "n0"."Label" = "o"."Label"
    WHERE NOT ("n"."IsDeleted") AND "n"."Tenant" = 1 AND "o"."name" = 'Notes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'D34F5B5BDD940AD21C4288FA5A1544FA'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Notes" AS "n1"
                INNER JOIN "Notes_Vector_Ledger" AS "n2" ON "n1"."Id" = ifnull("n2"."Id", "n2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "n2"."Label" = "o0"."Label"
                WHERE NOT ("n1"."IsDeleted") AND "n1"."Tenant" = 1 AND "o0"."name" = 'Notes.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Notes.Vector', "n3"."Id"), (
                SELECT "n4"."Label"
                FROM "Notes_Vector_Ledger" AS "n4"
                WHERE "n4"."Id" = "n3"."Id"
                LIMIT 1)))
            FROM "Notes" AS "n3"
            WHERE NOT ("n3"."IsDeleted") AND "n3"."Tenant" = 1
            LIMIT 1), X'D34F5B5BDD940AD21C4288FA5A1544FA')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
WHERE "s0"."Rating" > 2.0
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Where_before_by_a_captured_variable
SELECT "s0"."Id", "s0"."AuthorId", "s0"."Category", "s0"."Embedding", "s0"."Published", "s0"."Rating", "s0"."Subtitle", "s0"."Title", "s0"."Format_Language", "s0"."Format_Words", "s0"."Origin_City", "s0"."Origin_Country"
FROM (
    SELECT "a"."Id", "a"."AuthorId", "a"."Category", "a"."Embedding", "a"."Published", "a"."Rating", "a"."Subtitle", "a"."Title", "a"."Format_Language", "a"."Format_Words", "o"."Label" AS "Label0", "o"."Distance", "a"."Origin_City", "a"."Origin_Country"
    FROM "Articles" AS "a"
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = @category AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'C8183F4B5AE21FAB4912006D7E04D427', @category), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = @category AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Category" = @category
            LIMIT 1), X'C8183F4B5AE21FAB4912006D7E04D427', @category)
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = 1 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'75A8AD08667132829EEE63B9E84E7456'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = 1 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Category" = 1
            LIMIT 1), X'75A8AD08667132829EEE63B9E84E7456')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Format_Words" > 800 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'E397E257770C1CC493302F2050E5E898'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Format_Words" > 800 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Format_Words" > 800
            LIMIT 1), X'E397E257770C1CC493302F2050E5E898')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
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
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE (
                    SELECT COUNT(*)
                    FROM "Comments" AS "c0"
                    WHERE "c0"."ArticleId" = "a1"."Id" AND "c0"."Stars" > 3) = 2 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Published" > '2024-05-01' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'06E28450093A98B91489DA7ACC6DE48C'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Published" > '2024-05-01' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Published" > '2024-05-01'
            LIMIT 1), X'06E28450093A98B91489DA7ACC6DE48C')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" IN (@ids1, @ids2, @ids3, @ids4, @ids5) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" IN (@ids1, @ids2, @ids3, @ids4, @ids5) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a0"."Id" IS NULL AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'F0659F2187A02928AB5A3EDC3864A375'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                LEFT JOIN "Authors" AS "a3" ON "a2"."AuthorId" = "a3"."Id"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a3"."Id" IS NULL AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a5"."Id"), (
                SELECT "a7"."Label"
                FROM "Articles_Embedding_Ledger" AS "a7"
                WHERE "a7"."Id" = "a5"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a5"
            LEFT JOIN "Authors" AS "a6" ON "a5"."AuthorId" = "a6"."Id"
            WHERE "a6"."Id" IS NULL
            LIMIT 1), X'F0659F2187A02928AB5A3EDC3864A375')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Subtitle" IS NULL AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'A2E7AD6C3AD9429F2E5C3BAEFE80FB92', NULL), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Subtitle" IS NULL AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Subtitle" IS NULL
            LIMIT 1), X'A2E7AD6C3AD9429F2E5C3BAEFE80FB92', NULL)
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a0"."Country" = 'Norway' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'BA43BC9080243B6F6C963EC0724D9BE4'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                LEFT JOIN "Authors" AS "a3" ON "a2"."AuthorId" = "a3"."Id"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a3"."Country" = 'Norway' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a5"."Id"), (
                SELECT "a7"."Label"
                FROM "Articles_Embedding_Ledger" AS "a7"
                WHERE "a7"."Id" = "a5"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a5"
            LEFT JOIN "Authors" AS "a6" ON "a5"."AuthorId" = "a6"."Id"
            WHERE "a6"."Country" = 'Norway'
            LIMIT 1), X'BA43BC9080243B6F6C963EC0724D9BE4')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a"."AuthorId" IN (
        SELECT "a0"."Id"
        FROM "Authors" AS "a0"
        WHERE "a0"."Country" = 'Kenya'
    ) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'CA30DAE8989F744E48DC7CF29A70AC05'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a2"."AuthorId" IN (
                    SELECT "a3"."Id"
                    FROM "Authors" AS "a3"
                    WHERE "a3"."Country" = 'Kenya'
                ) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a5"."Id"), (
                SELECT "a7"."Label"
                FROM "Articles_Embedding_Ledger" AS "a7"
                WHERE "a7"."Id" = "a5"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a5"
            WHERE "a5"."AuthorId" IN (
                SELECT "a6"."Id"
                FROM "Authors" AS "a6"
                WHERE "a6"."Country" = 'Kenya'
            )
            LIMIT 1), X'CA30DAE8989F744E48DC7CF29A70AC05')
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
    INNER JOIN "Comments_Mood_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "c"."Stars" > 2 AND "o"."name" = 'Comments.Mood' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'FB113BF09E4F89A5AB8239B56DAD3525'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Comments" AS "c1"
                INNER JOIN "Comments_Mood_Ledger" AS "c2" ON "c1"."Id" = ifnull("c2"."Id", "c2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "c2"."Label" = "o0"."Label"
                WHERE "c1"."Stars" > 2 AND "o0"."name" = 'Comments.Mood' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Comments.Mood', "c3"."Id"), (
                SELECT "c4"."Label"
                FROM "Comments_Mood_Ledger" AS "c4"
                WHERE "c4"."Id" = "c3"."Id"
                LIMIT 1)))
            FROM "Comments" AS "c3"
            WHERE "c3"."Stars" > 2
            LIMIT 1), X'FB113BF09E4F89A5AB8239B56DAD3525')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE NOT EXISTS (
        SELECT 1
        FROM "Comments" AS "c"
        WHERE "a"."Id" = "c"."ArticleId" AND "c"."Stars" <= 2) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'7D9010A1C85D3050E663E3277ED54EF1'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE NOT EXISTS (
                    SELECT 1
                    FROM "Comments" AS "c0"
                    WHERE "a1"."Id" = "c0"."ArticleId" AND "c0"."Stars" <= 2) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE NOT EXISTS (
                SELECT 1
                FROM "Comments" AS "c1"
                WHERE "a3"."Id" = "c1"."ArticleId" AND "c1"."Stars" <= 2)
            LIMIT 1), X'7D9010A1C85D3050E663E3277ED54EF1')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE "a"."Rating" > (
        SELECT AVG("a0"."Rating")
        FROM "Articles" AS "a0") AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE "a2"."Rating" > (
                    SELECT AVG("a3"."Rating")
                    FROM "Articles" AS "a3") AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a5"."Id"), (
                SELECT "a7"."Label"
                FROM "Articles_Embedding_Ledger" AS "a7"
                WHERE "a7"."Id" = "a5"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a5"
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Origin_City" = 'Oslo' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'670524BAC688418C941732370590B5B8'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Origin_City" = 'Oslo' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Origin_City" = 'Oslo'
            LIMIT 1), X'670524BAC688418C941732370590B5B8')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE EXISTS (
        SELECT 1
        FROM "Comments" AS "c"
        WHERE "a"."Id" = "c"."ArticleId" AND "c"."Stars" = 5) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'413B59CE7D8C88A0FC758E1C218E24AA'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE EXISTS (
                    SELECT 1
                    FROM "Comments" AS "c0"
                    WHERE "a1"."Id" = "c0"."ArticleId" AND "c0"."Stars" = 5) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE EXISTS (
                SELECT 1
                FROM "Comments" AS "c1"
                WHERE "a3"."Id" = "c1"."ArticleId" AND "c1"."Stars" = 5)
            LIMIT 1), X'413B59CE7D8C88A0FC758E1C218E24AA')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE ("a"."Id" * 3 + 1) % 4 = 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'80499C8F84571F6BE96E443E212C8221'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE ("a1"."Id" * 3 + 1) % 4 = 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE ("a3"."Id" * 3 + 1) % 4 = 0
            LIMIT 1), X'80499C8F84571F6BE96E443E212C8221')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE omen_cosine("a"."Embedding", @other) < @near AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE omen_cosine("a1"."Embedding", @other) < @near AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE ("a"."Category" = 0 OR "a"."Rating" > 4.0) AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'1F74B6A30394F9DDD1EF540B40F71F06'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE ("a1"."Category" = 0 OR "a1"."Rating" > 4.0) AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Category" = 0 OR "a3"."Rating" > 4.0
            LIMIT 1), X'1F74B6A30394F9DDD1EF540B40F71F06')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = ifnull("a1"."Id", "a1"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a1"."Label" = "o"."Label"
    WHERE EXISTS (
        SELECT 1
        FROM "ArticleTag" AS "a0"
        INNER JOIN "Tags" AS "t" ON "a0"."TagsId" = "t"."Id"
        WHERE "a"."Id" = "a0"."ArticlesId" AND "t"."Name" = 'tag3') AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'4742A41686F65484EBF1CB667F041FAF'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a2"
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE EXISTS (
                    SELECT 1
                    FROM "ArticleTag" AS "a3"
                    INNER JOIN "Tags" AS "t0" ON "a3"."TagsId" = "t0"."Id"
                    WHERE "a2"."Id" = "a3"."ArticlesId" AND "t0"."Name" = 'tag3') AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a5"."Id"), (
                SELECT "a7"."Label"
                FROM "Articles_Embedding_Ledger" AS "a7"
                WHERE "a7"."Id" = "a5"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a5"
            WHERE EXISTS (
                SELECT 1
                FROM "ArticleTag" AS "a6"
                INNER JOIN "Tags" AS "t1" ON "a6"."TagsId" = "t1"."Id"
                WHERE "a5"."Id" = "a6"."ArticlesId" AND "t1"."Name" = 'tag3')
            LIMIT 1), X'4742A41686F65484EBF1CB667F041FAF')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" <> 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'05C4E924B25555356CAB440738B73973'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" <> 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Category" <> 0
            LIMIT 1), X'05C4E924B25555356CAB440738B73973')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Subtitle" IS NULL AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'B16FDFF191DDFD9259E5C9454F129549'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Subtitle" IS NULL AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Subtitle" IS NULL
            LIMIT 1), X'B16FDFF191DDFD9259E5C9454F129549')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Title" LIKE 'Article 1%' AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Title" LIKE 'Article 1%' AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a1" ON "a"."Id" = ifnull("a1"."Id", "a1"."Id")
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
                INNER JOIN "Articles_Embedding_Ledger" AS "a4" ON "a2"."Id" = ifnull("a4"."Id", "a4"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a4"."Label" = "o0"."Label"
                WHERE (
                    SELECT COUNT(*)
                    FROM "ArticleTag" AS "a3"
                    INNER JOIN "Tags" AS "t0" ON "a3"."TagsId" = "t0"."Id"
                    WHERE "a2"."Id" = "a3"."ArticlesId") > 1 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a5"."Id"), (
                SELECT "a7"."Label"
                FROM "Articles_Embedding_Ledger" AS "a7"
                WHERE "a7"."Id" = "a5"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a5"
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" = 17 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'CAA4618DBFFBAFD7CC07CE643D7DE6B9'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" = 17 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Id" = 17
            LIMIT 1), X'CAA4618DBFFBAFD7CC07CE643D7DE6B9')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = 0 AND "a"."Rating" > 2.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'C3A7D42D0E5DB68444CDC2902DE43B50'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = 0 AND "a1"."Rating" > 2.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Category" = 0 AND "a3"."Rating" > 2.0
            LIMIT 1), X'C3A7D42D0E5DB68444CDC2902DE43B50')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" > 0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'0108747FD1C2F09284B385472F34FDF1'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" > 0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Id" > 0
            LIMIT 1), X'0108747FD1C2F09284B385472F34FDF1')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Id" <= 4 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'2446297EBFAABD8CCA69ADEF74F3906D'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Id" <= 4 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Id" <= 4
            LIMIT 1), X'2446297EBFAABD8CCA69ADEF74F3906D')
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
    INNER JOIN "Articles_Embedding_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Category" = 0 AND "a"."Rating" > 2.0 AND "o"."name" = 'Articles.Embedding' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'C3A7D42D0E5DB68444CDC2902DE43B50'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Articles" AS "a1"
                INNER JOIN "Articles_Embedding_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Category" = 0 AND "a1"."Rating" > 2.0 AND "o0"."name" = 'Articles.Embedding' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Articles.Embedding', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Articles_Embedding_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Articles" AS "a3"
            WHERE "a3"."Category" = 0 AND "a3"."Rating" > 2.0
            LIMIT 1), X'C3A7D42D0E5DB68444CDC2902DE43B50')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
