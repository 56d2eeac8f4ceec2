-- Tpc_OfType
SELECT "s0"."Id", "s0"."Name", "s0"."Radius", "s0"."Vector", "s0"."Discriminator"
FROM (
    SELECT "u"."Id", "u"."Name", "u"."Radius", "u"."Vector", "u"."Discriminator", "o"."Label" AS "Label0", "o"."Distance"
    FROM (
        SELECT "c"."Id", "c"."Name", "c"."Radius", "c"."Vector", 'Circle' AS "Discriminator"
        FROM "Circles" AS "c"
    ) AS "u"
    INNER JOIN "Circles_Vector_Ledger" AS "c0" ON "u"."Id" = ifnull("c0"."Id", "c0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Circles.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM (
                    SELECT "c1"."Id"
                    FROM "Circles" AS "c1"
                ) AS "u0"
                INNER JOIN "Circles_Vector_Ledger" AS "c2" ON "u0"."Id" = ifnull("c2"."Id", "c2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "c2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Circles.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN (
            SELECT omen_rowset("c4"."Label")
            FROM (
                SELECT "c3"."Id"
                FROM "Circles" AS "c3"
            ) AS "u1"
            INNER JOIN "Circles_Vector_Ledger" AS "c4" ON "u1"."Id" = "c4"."Id"
            LIMIT 1)
    END, 1)
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tpc_all_types_by_a_search_of_each
SELECT "u"."Id", "u"."distance"
FROM (
    SELECT "s0"."Id", "s0"."Distance" AS "distance"
    FROM (
        SELECT "c"."Id", "o"."Distance"
        FROM "Circles" AS "c"
        INNER JOIN "Circles_Vector_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
        INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
        WHERE "o"."name" = 'Circles.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'596AA39FDEF0F77A32C4E3F063994C2F'), ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s"."Passed"), 0)
                FROM (
                    SELECT "o0"."Passed"
                    FROM "Circles" AS "c1"
                    INNER JOIN "Circles_Vector_Ledger" AS "c2" ON "c1"."Id" = ifnull("c2"."Id", "c2"."Id")
                    INNER JOIN "omen_nearest" AS "o0" ON "c2"."Label" = "o0"."Label"
                    WHERE "o0"."name" = 'Circles.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                    ORDER BY "o0"."Distance", "o0"."Label"
                    LIMIT max(@k, 1)
                ) AS "s") < @k THEN omen_keep((
                SELECT omen_rowset(COALESCE(omen_label('Circles.Vector', "c3"."Id"), (
                    SELECT "c4"."Label"
                    FROM "Circles_Vector_Ledger" AS "c4"
                    WHERE "c4"."Id" = "c3"."Id"
                    LIMIT 1)))
                FROM "Circles" AS "c3"
                LIMIT 1), X'596AA39FDEF0F77A32C4E3F063994C2F')
        END, 1))
        ORDER BY "o"."Distance", "o"."Label"
        LIMIT max(@k, 1)
    ) AS "s0"
    UNION ALL
    SELECT "s8"."Id", "s8"."Distance" AS "distance"
    FROM (
        SELECT "s1"."Id", "o1"."Distance"
        FROM "Squares" AS "s1"
        INNER JOIN "Squares_Vector_Ledger" AS "s2" ON "s1"."Id" = ifnull("s2"."Id", "s2"."Id")
        INNER JOIN "omen_nearest" AS "o1" ON "s2"."Label" = "o1"."Label"
        WHERE "o1"."name" = 'Squares.Vector' AND "o1"."query" = @query2 AND "o1"."k" = @k3 AND "o1"."rows" = ifnull(omen_kept(X'8ECEEEB0A686BE1FED14FD845B5A10AC'), ifnull(CASE
            WHEN (
                SELECT COALESCE(SUM("s5"."Passed"), 0)
                FROM (
                    SELECT "o2"."Passed"
                    FROM "Squares" AS "s3"
                    INNER JOIN "Squares_Vector_Ledger" AS "s4" ON "s3"."Id" = ifnull("s4"."Id", "s4"."Id")
                    INNER JOIN "omen_nearest" AS "o2" ON "s4"."Label" = "o2"."Label"
                    WHERE "o2"."name" = 'Squares.Vector' AND "o2"."query" = @query2 AND "o2"."k" = @k3 AND "o2"."rows" = -2
                    ORDER BY "o2"."Distance", "o2"."Label"
                    LIMIT max(@k3, 1)
                ) AS "s5") < @k3 THEN omen_keep((
                SELECT omen_rowset(COALESCE(omen_label('Squares.Vector', "s6"."Id"), (
                    SELECT "s7"."Label"
                    FROM "Squares_Vector_Ledger" AS "s7"
                    WHERE "s7"."Id" = "s6"."Id"
                    LIMIT 1)))
                FROM "Squares" AS "s6"
                LIMIT 1), X'8ECEEEB0A686BE1FED14FD845B5A10AC')
        END, 2))
        ORDER BY "o1"."Distance", "o1"."Label"
        LIMIT max(@k3, 1)
    ) AS "s8"
) AS "u"
ORDER BY "u"."distance"
LIMIT @p

-- Tpc_derived
SELECT "s0"."Id", "s0"."Name", "s0"."Radius", "s0"."Vector"
FROM (
    SELECT "c"."Id", "c"."Name", "c"."Radius", "c"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Circles" AS "c"
    INNER JOIN "Circles_Vector_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Circles.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'596AA39FDEF0F77A32C4E3F063994C2F'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Circles" AS "c1"
                INNER JOIN "Circles_Vector_Ledger" AS "c2" ON "c1"."Id" = ifnull("c2"."Id", "c2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "c2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Circles.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Circles.Vector', "c3"."Id"), (
                SELECT "c4"."Label"
                FROM "Circles_Vector_Ledger" AS "c4"
                WHERE "c4"."Id" = "c3"."Id"
                LIMIT 1)))
            FROM "Circles" AS "c3"
            LIMIT 1), X'596AA39FDEF0F77A32C4E3F063994C2F')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tpc_derived_behind_a_filter_of_the_base
SELECT "s6"."Id", "s6"."Name", "s6"."Side", "s6"."Vector"
FROM (
    SELECT "s"."Id", "s"."Name", "s"."Side", "s"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Squares" AS "s"
    INNER JOIN "Squares_Vector_Ledger" AS "s0" ON "s"."Id" = ifnull("s0"."Id", "s0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "s0"."Label" = "o"."Label"
    WHERE "s"."Name" <> 'Shape 4' AND "o"."name" = 'Squares.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'B1C7BE3FE8C49D7D382E505EDE0E33F7'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s3"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Squares" AS "s1"
                INNER JOIN "Squares_Vector_Ledger" AS "s2" ON "s1"."Id" = ifnull("s2"."Id", "s2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "s2"."Label" = "o0"."Label"
                WHERE "s1"."Name" <> 'Shape 4' AND "o0"."name" = 'Squares.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s3") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Squares.Vector', "s4"."Id"), (
                SELECT "s5"."Label"
                FROM "Squares_Vector_Ledger" AS "s5"
                WHERE "s5"."Id" = "s4"."Id"
                LIMIT 1)))
            FROM "Squares" AS "s4"
            WHERE "s4"."Name" <> 'Shape 4'
            LIMIT 1), X'B1C7BE3FE8C49D7D382E505EDE0E33F7')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s6"
ORDER BY "s6"."Distance" + 0.0, "s6"."Label0"

-- Tpc_derived_by_its_only_vector
SELECT "s6"."Id", "s6"."Name", "s6"."Side", "s6"."Vector"
FROM (
    SELECT "s"."Id", "s"."Name", "s"."Side", "s"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Squares" AS "s"
    INNER JOIN "Squares_Vector_Ledger" AS "s0" ON "s"."Id" = ifnull("s0"."Id", "s0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "s0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Squares.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'51CB99CBED89B50F13405FC4726FDEE7'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s3"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Squares" AS "s1"
                INNER JOIN "Squares_Vector_Ledger" AS "s2" ON "s1"."Id" = ifnull("s2"."Id", "s2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "s2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Squares.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s3") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Squares.Vector', "s4"."Id"), (
                SELECT "s5"."Label"
                FROM "Squares_Vector_Ledger" AS "s5"
                WHERE "s5"."Id" = "s4"."Id"
                LIMIT 1)))
            FROM "Squares" AS "s4"
            LIMIT 1), X'51CB99CBED89B50F13405FC4726FDEE7')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s6"
ORDER BY "s6"."Distance" + 0.0, "s6"."Label0"

-- Tph_OfType
SELECT "s0"."Id", "s0"."Discriminator", "s0"."Vector", "s0"."Lives"
FROM (
    SELECT "a"."Id", "a"."Discriminator", "a"."Vector", "a"."Lives", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Animals" AS "a"
    INNER JOIN "Animals_Vector_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Discriminator" = 'Cat' AND "o"."name" = 'Animals.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'12BFF86140CE8E6987B738E61FD86464'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Animals" AS "a1"
                INNER JOIN "Animals_Vector_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Discriminator" = 'Cat' AND "o0"."name" = 'Animals.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("a4"."Label")
            FROM "Animals" AS "a3"
            INNER JOIN "Animals_Vector_Ledger" AS "a4" ON "a3"."Id" = "a4"."Id"
            WHERE "a3"."Discriminator" = 'Cat'
            LIMIT 1), X'12BFF86140CE8E6987B738E61FD86464')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tph_OfType_after
SELECT "s"."Id", "s"."Discriminator", "s"."Vector", "s"."Bark"
FROM (
    SELECT "a"."Id", "a"."Discriminator", "a"."Vector", "a"."Bark", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Animals" AS "a"
    INNER JOIN "Animals_Vector_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Animals.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE "s"."Discriminator" = 'Dog'
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Tph_base
SELECT "s"."Id", "s"."Discriminator", "s"."Vector", "s"."Lives", "s"."Bark"
FROM (
    SELECT "a"."Id", "a"."Discriminator", "a"."Vector", "a"."Lives", "a"."Bark", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Animals" AS "a"
    INNER JOIN "Animals_Vector_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Animals.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Tph_derived
SELECT "s0"."Id", "s0"."Discriminator", "s0"."Vector", "s0"."Lives"
FROM (
    SELECT "a"."Id", "a"."Discriminator", "a"."Vector", "a"."Lives", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Animals" AS "a"
    INNER JOIN "Animals_Vector_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Discriminator" = 'Cat' AND "o"."name" = 'Animals.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'EB9E9DC8F96E860B47CD555B9DECE508'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Animals" AS "a1"
                INNER JOIN "Animals_Vector_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Discriminator" = 'Cat' AND "o0"."name" = 'Animals.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Animals.Vector', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Animals_Vector_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Animals" AS "a3"
            WHERE "a3"."Discriminator" = 'Cat'
            LIMIT 1), X'EB9E9DC8F96E860B47CD555B9DECE508')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tph_derived_by_its_own_vector
SELECT "s0"."Id", "s0"."Discriminator", "s0"."Vector", "s0"."Bark"
FROM (
    SELECT "a"."Id", "a"."Discriminator", "a"."Vector", "a"."Bark", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Animals" AS "a"
    INNER JOIN "Animals_Bark_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Discriminator" = 'Dog' AND "o"."name" = 'Animals.Bark' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'0815B0E94CC928323847C0F4B251A629'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Animals" AS "a1"
                INNER JOIN "Animals_Bark_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Discriminator" = 'Dog' AND "o0"."name" = 'Animals.Bark' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Animals.Bark', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Animals_Bark_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Animals" AS "a3"
            WHERE "a3"."Discriminator" = 'Dog'
            LIMIT 1), X'0815B0E94CC928323847C0F4B251A629')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tph_derived_column
SELECT "s0"."Id", "s0"."Discriminator", "s0"."Vector", "s0"."Lives", "s0"."Bark"
FROM (
    SELECT "a"."Id", "a"."Discriminator", "a"."Vector", "a"."Lives", "a"."Bark", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Animals" AS "a"
    INNER JOIN "Animals_Vector_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Lives" > 4 AND "o"."name" = 'Animals.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'C0A5ADBDD460DC4E779196C764D8673E'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Animals" AS "a1"
                INNER JOIN "Animals_Vector_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Lives" > 4 AND "o0"."name" = 'Animals.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Animals.Vector', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Animals_Vector_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Animals" AS "a3"
            WHERE "a3"."Lives" > 4
            LIMIT 1), X'C0A5ADBDD460DC4E779196C764D8673E')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tph_derived_filter
SELECT "s0"."Id", "s0"."Discriminator", "s0"."Vector", "s0"."Lives"
FROM (
    SELECT "a"."Id", "a"."Discriminator", "a"."Vector", "a"."Lives", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Animals" AS "a"
    INNER JOIN "Animals_Vector_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Discriminator" = 'Cat' AND "a"."Lives" > 4 AND "o"."name" = 'Animals.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'0724D30527479E8A67026F539F232D3A'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Animals" AS "a1"
                INNER JOIN "Animals_Vector_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Discriminator" = 'Cat' AND "a1"."Lives" > 4 AND "o0"."name" = 'Animals.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Animals.Vector', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Animals_Vector_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Animals" AS "a3"
            WHERE "a3"."Discriminator" = 'Cat' AND "a3"."Lives" > 4
            LIMIT 1), X'0724D30527479E8A67026F539F232D3A')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tph_is
SELECT "s0"."Id", "s0"."Discriminator", "s0"."Vector", "s0"."Lives", "s0"."Bark"
FROM (
    SELECT "a"."Id", "a"."Discriminator", "a"."Vector", "a"."Lives", "a"."Bark", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Animals" AS "a"
    INNER JOIN "Animals_Vector_Ledger" AS "a0" ON "a"."Id" = ifnull("a0"."Id", "a0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "a0"."Label" = "o"."Label"
    WHERE "a"."Discriminator" = 'Cat' AND "o"."name" = 'Animals.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'EB9E9DC8F96E860B47CD555B9DECE508'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Animals" AS "a1"
                INNER JOIN "Animals_Vector_Ledger" AS "a2" ON "a1"."Id" = ifnull("a2"."Id", "a2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "a2"."Label" = "o0"."Label"
                WHERE "a1"."Discriminator" = 'Cat' AND "o0"."name" = 'Animals.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Animals.Vector', "a3"."Id"), (
                SELECT "a4"."Label"
                FROM "Animals_Vector_Ledger" AS "a4"
                WHERE "a4"."Id" = "a3"."Id"
                LIMIT 1)))
            FROM "Animals" AS "a3"
            WHERE "a3"."Discriminator" = 'Cat'
            LIMIT 1), X'EB9E9DC8F96E860B47CD555B9DECE508')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tpt_OfType
SELECT "s0"."Id", "s0"."Vector", "s0"."Doors", "s0"."Discriminator"
FROM (
    SELECT "v"."Id", "v"."Vector", "c"."Doors", CASE
        WHEN "c"."Id" IS NOT NULL THEN 'Car'
    END AS "Discriminator", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Vehicles" AS "v"
    LEFT JOIN "Cars" AS "c" ON "v"."Id" = "c"."Id"
    INNER JOIN "Vehicles_Vector_Ledger" AS "v0" ON "v"."Id" = ifnull("v0"."Id", "v0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "v0"."Label" = "o"."Label"
    WHERE "c"."Id" IS NOT NULL AND "o"."name" = 'Vehicles.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'128066C629E7C2FE69EF16F626ADD16E'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Vehicles" AS "v1"
                LEFT JOIN "Cars" AS "c0" ON "v1"."Id" = "c0"."Id"
                INNER JOIN "Vehicles_Vector_Ledger" AS "v2" ON "v1"."Id" = ifnull("v2"."Id", "v2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "v2"."Label" = "o0"."Label"
                WHERE "c0"."Id" IS NOT NULL AND "o0"."name" = 'Vehicles.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("v4"."Label")
            FROM "Vehicles" AS "v3"
            LEFT JOIN "Cars" AS "c1" ON "v3"."Id" = "c1"."Id"
            INNER JOIN "Vehicles_Vector_Ledger" AS "v4" ON "v3"."Id" = "v4"."Id"
            WHERE "c1"."Id" IS NOT NULL
            LIMIT 1), X'128066C629E7C2FE69EF16F626ADD16E')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tpt_base
SELECT "s"."Id", "s"."Vector", "s"."Hull", "s"."Doors", "s"."Discriminator"
FROM (
    SELECT "v"."Id", "v"."Vector", "b"."Hull", "c"."Doors", CASE
        WHEN "c"."Id" IS NOT NULL THEN 'Car'
        WHEN "b"."Id" IS NOT NULL THEN 'Boat'
    END AS "Discriminator", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Vehicles" AS "v"
    LEFT JOIN "Boats" AS "b" ON "v"."Id" = "b"."Id"
    LEFT JOIN "Cars" AS "c" ON "v"."Id" = "c"."Id"
    INNER JOIN "Vehicles_Vector_Ledger" AS "v0" ON "v"."Id" = ifnull("v0"."Id", "v0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "v0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Vehicles.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- Tpt_base_behind_a_filter
SELECT "s0"."Id", "s0"."Vector", "s0"."Hull", "s0"."Doors", "s0"."Discriminator"
FROM (
    SELECT "v"."Id", "v"."Vector", "b"."Hull", "c"."Doors", CASE
        WHEN "c"."Id" IS NOT NULL THEN 'Car'
        WHEN "b"."Id" IS NOT NULL THEN 'Boat'
    END AS "Discriminator", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Vehicles" AS "v"
    LEFT JOIN "Boats" AS "b" ON "v"."Id" = "b"."Id"
    LEFT JOIN "Cars" AS "c" ON "v"."Id" = "c"."Id"
    INNER JOIN "Vehicles_Vector_Ledger" AS "v0" ON "v"."Id" = ifnull("v0"."Id", "v0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "v0"."Label" = "o"."Label"
    WHERE "v"."Id" > 60 AND "o"."name" = 'Vehicles.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'32AB78F62B7927927EF99A0D914B3241'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Vehicles" AS "v1"
                INNER JOIN "Vehicles_Vector_Ledger" AS "v2" ON "v1"."Id" = ifnull("v2"."Id", "v2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "v2"."Label" = "o0"."Label"
                WHERE "v1"."Id" > 60 AND "o0"."name" = 'Vehicles.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Vehicles.Vector', "v3"."Id"), (
                SELECT "v4"."Label"
                FROM "Vehicles_Vector_Ledger" AS "v4"
                WHERE "v4"."Id" = "v3"."Id"
                LIMIT 1)))
            FROM "Vehicles" AS "v3"
            WHERE "v3"."Id" > 60
            LIMIT 1), X'32AB78F62B7927927EF99A0D914B3241')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tpt_derived
SELECT "s0"."Id", "s0"."Vector", "s0"."Doors"
FROM (
    SELECT "v"."Id", "v"."Vector", "c"."Doors", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Vehicles" AS "v"
    INNER JOIN "Cars" AS "c" ON "v"."Id" = "c"."Id"
    INNER JOIN "Vehicles_Vector_Ledger" AS "v0" ON "v"."Id" = ifnull("v0"."Id", "v0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "v0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Vehicles.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'77D0FFE45DA4DC67F314C396788E7373'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Vehicles" AS "v1"
                INNER JOIN "Cars" AS "c0" ON "v1"."Id" = "c0"."Id"
                INNER JOIN "Vehicles_Vector_Ledger" AS "v2" ON "v1"."Id" = ifnull("v2"."Id", "v2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "v2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Vehicles.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Vehicles.Vector', "v3"."Id"), (
                SELECT "v4"."Label"
                FROM "Vehicles_Vector_Ledger" AS "v4"
                WHERE "v4"."Id" = "v3"."Id"
                LIMIT 1)))
            FROM "Vehicles" AS "v3"
            INNER JOIN "Cars" AS "c1" ON "v3"."Id" = "c1"."Id"
            LIMIT 1), X'77D0FFE45DA4DC67F314C396788E7373')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tpt_derived_by_its_own_vector
SELECT "s0"."Id", "s0"."Vector", "s0"."Hull"
FROM (
    SELECT "v"."Id", "v"."Vector", "b"."Hull", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Vehicles" AS "v"
    INNER JOIN "Boats" AS "b" ON "v"."Id" = "b"."Id"
    INNER JOIN "Boats_Hull_Ledger" AS "b0" ON "v"."Id" = ifnull("b0"."Id", "b0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "b0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Boats.Hull' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'9A85420D8E157BEA9B16EB9BAE4C3FA6'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Vehicles" AS "v0"
                INNER JOIN "Boats" AS "b1" ON "v0"."Id" = "b1"."Id"
                INNER JOIN "Boats_Hull_Ledger" AS "b2" ON "v0"."Id" = ifnull("b2"."Id", "b2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "b2"."Label" = "o0"."Label"
                WHERE "o0"."name" = 'Boats.Hull' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Boats.Hull', "v1"."Id"), (
                SELECT "b4"."Label"
                FROM "Boats_Hull_Ledger" AS "b4"
                WHERE "b4"."Id" = "v1"."Id"
                LIMIT 1)))
            FROM "Vehicles" AS "v1"
            INNER JOIN "Boats" AS "b3" ON "v1"."Id" = "b3"."Id"
            LIMIT 1), X'9A85420D8E157BEA9B16EB9BAE4C3FA6')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- Tpt_derived_filter
SELECT "s0"."Id", "s0"."Vector", "s0"."Doors"
FROM (
    SELECT "v"."Id", "v"."Vector", "c"."Doors", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Vehicles" AS "v"
    INNER JOIN "Cars" AS "c" ON "v"."Id" = "c"."Id"
    INNER JOIN "Vehicles_Vector_Ledger" AS "v0" ON "v"."Id" = ifnull("v0"."Id", "v0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "v0"."Label" = "o"."Label"
    WHERE "c"."Doors" = 4 AND "o"."name" = 'Vehicles.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'D6F07BC4413C0E5859AF4337922FD11C'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Vehicles" AS "v1"
                INNER JOIN "Cars" AS "c0" ON "v1"."Id" = "c0"."Id"
                INNER JOIN "Vehicles_Vector_Ledger" AS "v2" ON "v1"."Id" = ifnull("v2"."Id", "v2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "v2"."Label" = "o0"."Label"
                WHERE "c0"."Doors" = 4 AND "o0"."name" = 'Vehicles.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Vehicles.Vector', "v3"."Id"), (
                SELECT "v4"."Label"
                FROM "Vehicles_Vector_Ledger" AS "v4"
                WHERE "v4"."Id" = "v3"."Id"
                LIMIT 1)))
            FROM "Vehicles" AS "v3"
            INNER JOIN "Cars" AS "c1" ON "v3"."Id" = "c1"."Id"
            WHERE "c1"."Doors" = 4
            LIMIT 1), X'D6F07BC4413C0E5859AF4337922FD11C')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"
