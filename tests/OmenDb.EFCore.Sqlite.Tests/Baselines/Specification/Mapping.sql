-- A_key_of_a_type_of_ones_own
SELECT "s"."Id", "s"."Number", "s"."Vector"
FROM (
    SELECT "k"."Id", "k"."Number", "k"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "KeyedItemId" AS "k"
    INNER JOIN "KeyedItemId_Vector_Ledger" AS "k0" ON "k"."Id" = ifnull("k0"."Id", "k0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "k0"."Label" = "o"."Label"
    WHERE "o"."name" = 'KeyedItemId.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_key_of_a_type_of_ones_own_behind_a_filter
SELECT "s0"."Id", "s0"."Number", "s0"."Vector"
FROM (
    SELECT "k"."Id", "k"."Number", "k"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "KeyedItemId" AS "k"
    INNER JOIN "KeyedItemId_Vector_Ledger" AS "k0" ON "k"."Id" = ifnull("k0"."Id", "k0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "k0"."Label" = "o"."Label"
    WHERE "k"."Number" > 60 AND "o"."name" = 'KeyedItemId.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'E757798919919D2B4F687B1CBD92664D'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "KeyedItemId" AS "k1"
                INNER JOIN "KeyedItemId_Vector_Ledger" AS "k2" ON "k1"."Id" = ifnull("k2"."Id", "k2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "k2"."Label" = "o0"."Label"
                WHERE "k1"."Number" > 60 AND "o0"."name" = 'KeyedItemId.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('KeyedItemId.Vector', "k3"."Id"), (
                SELECT "k4"."Label"
                FROM "KeyedItemId_Vector_Ledger" AS "k4"
                WHERE "k4"."Id" = "k3"."Id"
                LIMIT 1)))
            FROM "KeyedItemId" AS "k3"
            WHERE "k3"."Number" > 60
            LIMIT 1), X'E757798919919D2B4F687B1CBD92664D')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
WHERE "s0"."Id" <> 70
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- A_key_of_bytes
SELECT "s"."Id", "s"."Number", "s"."Vector"
FROM (
    SELECT "k"."Id", "k"."Number", "k"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "KeyedBytes" AS "k"
    INNER JOIN "KeyedBytes_Vector_Ledger" AS "k0" ON "k"."Id" = ifnull("k0"."Id", "k0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "k0"."Label" = "o"."Label"
    WHERE "o"."name" = 'KeyedBytes.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_key_of_guid
SELECT "s"."Id", "s"."Number", "s"."Vector"
FROM (
    SELECT "k"."Id", "k"."Number", "k"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "KeyedGuid" AS "k"
    INNER JOIN "KeyedGuid_Vector_Ledger" AS "k0" ON "k"."Id" = ifnull("k0"."Id", "k0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "k0"."Label" = "o"."Label"
    WHERE "o"."name" = 'KeyedGuid.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_key_of_int
SELECT "s"."Id", "s"."Number", "s"."Vector"
FROM (
    SELECT "k"."Id", "k"."Number", "k"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "KeyedInt32" AS "k"
    INNER JOIN "KeyedInt32_Vector_Ledger" AS "k0" ON "k"."Id" = ifnull("k0"."Id", "k0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "k0"."Label" = "o"."Label"
    WHERE "o"."name" = 'KeyedInt32.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_key_of_long
SELECT "s"."Id", "s"."Number", "s"."Vector"
FROM (
    SELECT "k"."Id", "k"."Number", "k"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "KeyedInt64" AS "k"
    INNER JOIN "KeyedInt64_Vector_Ledger" AS "k0" ON "k"."Id" = ifnull("k0"."Id", "k0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "k0"."Label" = "o"."Label"
    WHERE "o"."name" = 'KeyedInt64.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_key_of_string
SELECT "s"."Id", "s"."Number", "s"."Vector"
FROM (
    SELECT "k"."Id", "k"."Number", "k"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "KeyedString" AS "k"
    INNER JOIN "KeyedString_Vector_Ledger" AS "k0" ON "k"."Id" = ifnull("k0"."Id", "k0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "k0"."Label" = "o"."Label"
    WHERE "o"."name" = 'KeyedString.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_key_of_three_columns
SELECT "s"."Sheet", "s"."Row", "s"."Column", "s"."Vector"
FROM (
    SELECT "c"."Sheet", "c"."Row", "c"."Column", "c"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Cells" AS "c"
    INNER JOIN "Cells_Vector_Ledger" AS "c0" ON "c"."Sheet" = ifnull("c0"."Sheet", "c0"."Sheet") AND "c"."Row" = ifnull("c0"."Row", "c0"."Row") AND "c"."Column" = ifnull("c0"."Column", "c0"."Column")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Cells.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_key_of_three_columns_behind_a_filter
SELECT "s0"."Sheet", "s0"."Row", "s0"."Column", "s0"."Vector"
FROM (
    SELECT "c"."Sheet", "c"."Row", "c"."Column", "c"."Vector", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Cells" AS "c"
    INNER JOIN "Cells_Vector_Ledger" AS "c0" ON "c"."Sheet" = ifnull("c0"."Sheet", "c0"."Sheet") AND "c"."Row" = ifnull("c0"."Row", "c0"."Row") AND "c"."Column" = ifnull("c0"."Column", "c0"."Column")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "c"."Sheet" = 'sheet 1' AND "o"."name" = 'Cells.Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'C5A3DDDF76B9FF9858C491A76B6F5B6D'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Cells" AS "c1"
                INNER JOIN "Cells_Vector_Ledger" AS "c2" ON "c1"."Sheet" = ifnull("c2"."Sheet", "c2"."Sheet") AND "c1"."Row" = ifnull("c2"."Row", "c2"."Row") AND "c1"."Column" = ifnull("c2"."Column", "c2"."Column")
                INNER JOIN "omen_nearest" AS "o0" ON "c2"."Label" = "o0"."Label"
                WHERE "c1"."Sheet" = 'sheet 1' AND "o0"."name" = 'Cells.Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("c4"."Label")
            FROM "Cells" AS "c3"
            INNER JOIN "Cells_Vector_Ledger" AS "c4" ON "c3"."Sheet" = "c4"."Sheet" AND "c3"."Row" = "c4"."Row" AND "c3"."Column" = "c4"."Column"
            WHERE "c3"."Sheet" = 'sheet 1'
            LIMIT 1), X'C5A3DDDF76B9FF9858C491A76B6F5B6D')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- A_vector_in_a_complex_part
SELECT "s1"."Id", "s1"."Distance" AS "distance"
FROM (
    SELECT "s"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Shops" AS "s"
    INNER JOIN "Shops_Look_Vector_Ledger" AS "s0" ON "s"."Id" = ifnull("s0"."Id", "s0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "s0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Shops.Look_Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s1"
ORDER BY "s1"."Distance" + 0.0, "s1"."Label0"

-- A_vector_in_a_field
SELECT "s1"."Id", "s1"."Field", "s1"."Shadow"
FROM (
    SELECT "s"."Id", "s"."Field", "s"."Shadow", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Secrets" AS "s"
    INNER JOIN "Secrets_Field_Ledger" AS "s0" ON "s"."Id" = ifnull("s0"."Id", "s0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "s0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Secrets.Field' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s1"
ORDER BY "s1"."Distance" + 0.0, "s1"."Label0"

-- A_vector_in_a_part_that_is_a_value
SELECT "s"."Id", "s"."Distance" AS "distance"
FROM (
    SELECT "d"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Doors" AS "d"
    INNER JOIN "Doors_Front_Vector_Ledger" AS "d0" ON "d"."Id" = ifnull("d0"."Id", "d0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "d0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Doors.Front_Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_vector_in_a_part_that_is_a_value_and_may_be_missing
SELECT "d"."Id", omen_cosine("d"."Back_Vector", @query) AS "distance"
FROM "Doors" AS "d"
WHERE omen_is_sound("d"."Back_Vector", 4, 32) AND "d"."Back_Vector" IS NOT NULL
ORDER BY omen_cosine("d"."Back_Vector", @query), "d"."Id"
LIMIT omen_limit(@k)

-- A_vector_in_a_part_that_shares_its_table
SELECT "s"."Id", "s"."Text", "s"."Vector"
FROM (
    SELECT "o"."Id", "o"."Text", "o"."Vector", "o1"."Label" AS "Label0", "o1"."Distance"
    FROM "Orders" AS "o"
    INNER JOIN "Orders_Vector_Ledger" AS "o0" ON "o"."Id" = ifnull("o0"."Id", "o0"."Id")
    INNER JOIN "omen_nearest" AS "o1" ON "o0"."Label" = "o1"."Label"
    WHERE "o1"."name" = 'Orders.Vector' AND "o1"."query" = @query AND "o1"."k" = @k AND "o1"."rows" = 0
    ORDER BY "o1"."Distance", "o1"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_vector_in_a_part_that_shares_its_table_by_the_whole
SELECT "s0"."Id0", "s0"."Text", "s0"."Vector"
FROM (
    SELECT "o0"."Id" AS "Id0", "o0"."Text", "o0"."Vector", "o2"."Label" AS "Label0", "o2"."Distance"
    FROM "Orders" AS "o"
    LEFT JOIN "Orders" AS "o0" ON "o"."Id" = "o0"."Id"
    INNER JOIN "Orders_Vector_Ledger" AS "o1" ON "o0"."Id" = ifnull("o1"."Id", "o1"."Id")
    INNER JOIN "omen_nearest" AS "o2" ON "o1"."Label" = "o2"."Label"
    WHERE "o"."Customer" = 'Customer 3' AND "o2"."name" = 'Orders.Vector' AND "o2"."query" = @query AND "o2"."k" = @k AND "o2"."rows" = ifnull(omen_kept(X'6A24F89214DB23F53DE5E1409132D533'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o6"."Passed"
                FROM "Orders" AS "o3"
                LEFT JOIN "Orders" AS "o4" ON "o3"."Id" = "o4"."Id"
                INNER JOIN "Orders_Vector_Ledger" AS "o5" ON "o4"."Id" = ifnull("o5"."Id", "o5"."Id")
                INNER JOIN "omen_nearest" AS "o6" ON "o5"."Label" = "o6"."Label"
                WHERE "o3"."Customer" = 'Customer 3' AND "o6"."name" = 'Orders.Vector' AND "o6"."query" = @query AND "o6"."k" = @k AND "o6"."rows" = -1
                ORDER BY "o6"."Distance", "o6"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset("o9"."Label")
            FROM "Orders" AS "o7"
            LEFT JOIN "Orders" AS "o8" ON "o7"."Id" = "o8"."Id"
            INNER JOIN "Orders_Vector_Ledger" AS "o9" ON "o8"."Id" = "o9"."Id"
            WHERE "o7"."Customer" = 'Customer 3'
            LIMIT 1), X'6A24F89214DB23F53DE5E1409132D533')
    END, 1))
    ORDER BY "o2"."Distance", "o2"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- A_vector_in_a_shadow_property
SELECT "s1"."Id"
FROM (
    SELECT "s"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Secrets" AS "s"
    INNER JOIN "Secrets_Shadow_Ledger" AS "s0" ON "s"."Id" = ifnull("s0"."Id", "s0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "s0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Secrets.Shadow' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s1"
ORDER BY "s1"."Distance" + 0.0, "s1"."Label0"

-- A_vector_in_an_owned_part
SELECT "s1"."Id", "s1"."Look_Color", "s1"."Look_Vector", "s1"."Profile_Name", "s1"."Profile_Vector"
FROM (
    SELECT "s"."Id", "s"."Look_Color", "s"."Look_Vector", "o"."Label" AS "Label0", "o"."Distance", "s"."Profile_Name", "s"."Profile_Vector"
    FROM "Shops" AS "s"
    INNER JOIN "Shops_Profile_Vector_Ledger" AS "s0" ON "s"."Id" = ifnull("s0"."Id", "s0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "s0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Shops.Profile_Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s1"
ORDER BY "s1"."Distance" + 0.0, "s1"."Label0"

-- A_vector_in_an_owned_part_behind_a_filter
SELECT "s6"."Profile_Name" AS "Name", "s6"."Distance" AS "distance"
FROM (
    SELECT "o"."Label" AS "Label0", "o"."Distance", "s"."Profile_Name"
    FROM "Shops" AS "s"
    INNER JOIN "Shops_Profile_Vector_Ledger" AS "s0" ON "s"."Id" = ifnull("s0"."Id", "s0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "s0"."Label" = "o"."Label"
    WHERE "s"."Look_Color" = 'red' AND "o"."name" = 'Shops.Profile_Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'46085E43D7CAE5F856F10ED7AFAA05E7'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s3"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Shops" AS "s1"
                INNER JOIN "Shops_Profile_Vector_Ledger" AS "s2" ON "s1"."Id" = ifnull("s2"."Id", "s2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "s2"."Label" = "o0"."Label"
                WHERE "s1"."Look_Color" = 'red' AND "o0"."name" = 'Shops.Profile_Vector' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s3") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Shops.Profile_Vector', "s4"."Id"), (
                SELECT "s5"."Label"
                FROM "Shops_Profile_Vector_Ledger" AS "s5"
                WHERE "s5"."Id" = "s4"."Id"
                LIMIT 1)))
            FROM "Shops" AS "s4"
            WHERE "s4"."Look_Color" = 'red'
            LIMIT 1), X'46085E43D7CAE5F856F10ED7AFAA05E7')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s6"
ORDER BY "s6"."Distance" + 0.0, "s6"."Label0"

-- A_vector_of_16_bits
SELECT "s"."Id", "s"."Distance" AS "distance"
FROM (
    SELECT "c"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Compacts" AS "c"
    INNER JOIN "Compacts_Array_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Compacts.Array' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_vector_of_16_bits_that_may_be_missing
SELECT "s0"."Id", "s0"."Distance" AS "distance"
FROM (
    SELECT "c"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Compacts" AS "c"
    INNER JOIN "Compacts_Memory_Ledger" AS "c0" ON "c"."Id" = ifnull("c0"."Id", "c0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "c0"."Label" = "o"."Label"
    WHERE "c"."Id" > 20 AND "o"."name" = 'Compacts.Memory' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = ifnull(omen_kept(X'7B6F9C69540A0F7C1412FB8F4A6DE08E'), ifnull(CASE
        WHEN (
            SELECT COALESCE(SUM("s"."Passed"), 0)
            FROM (
                SELECT "o0"."Passed"
                FROM "Compacts" AS "c1"
                INNER JOIN "Compacts_Memory_Ledger" AS "c2" ON "c1"."Id" = ifnull("c2"."Id", "c2"."Id")
                INNER JOIN "omen_nearest" AS "o0" ON "c2"."Label" = "o0"."Label"
                WHERE "c1"."Id" > 20 AND "o0"."name" = 'Compacts.Memory' AND "o0"."query" = @query AND "o0"."k" = @k AND "o0"."rows" = -1
                ORDER BY "o0"."Distance", "o0"."Label"
                LIMIT max(@k, 1)
            ) AS "s") < @k THEN omen_keep((
            SELECT omen_rowset(COALESCE(omen_label('Compacts.Memory', "c3"."Id"), (
                SELECT "c4"."Label"
                FROM "Compacts_Memory_Ledger" AS "c4"
                WHERE "c4"."Id" = "c3"."Id"
                LIMIT 1)))
            FROM "Compacts" AS "c3"
            WHERE "c3"."Id" > 20
            LIMIT 1), X'7B6F9C69540A0F7C1412FB8F4A6DE08E')
    END, 1))
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s0"
ORDER BY "s0"."Distance" + 0.0, "s0"."Label0"

-- A_vector_of_rows_without_a_key
SELECT "o"."Embedding", "o"."Number"
FROM (
    SELECT "Id" AS "Number", "Embedding" FROM "Articles"
) AS "o"
WHERE "o"."Number" > 100 AND omen_is_sound("o"."Embedding", 8, 32)
ORDER BY omen_cosine("o"."Embedding", @query)
LIMIT omen_limit(@k)

-- A_vector_that_may_be_missing_by_its_value
SELECT "s"."Id", "s"."Distance" AS "distance"
FROM (
    SELECT "p"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Photos" AS "p"
    INNER JOIN "Photos_Content_Ledger" AS "p0" ON "p"."Id" = ifnull("p0"."Id", "p0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "p0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Photos.Content' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- A_vector_without_an_index
SELECT "a"."Id", "a"."Country", "a"."Name", "a"."Style"
FROM "Authors" AS "a"
WHERE omen_is_sound("a"."Style", 8, 32)
ORDER BY omen_cosine("a"."Style", @query), "a"."Id"
LIMIT omen_limit(@k)

-- A_vector_without_an_index_that_may_be_missing
SELECT "p"."Id", omen_cosine("p"."Draft", @query) AS "distance"
FROM "Photos" AS "p"
WHERE "p"."Place" = 'sea' AND omen_is_sound("p"."Draft", 8, 32) AND "p"."Draft" IS NOT NULL
ORDER BY omen_cosine("p"."Draft", @query), "p"."Id"
LIMIT omen_limit(@k)

-- Another_of_several_vectors_that_may_be_missing
SELECT "s"."Id", "s"."Distance" AS "distance"
FROM (
    SELECT "p"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Photos" AS "p"
    INNER JOIN "Photos_Content_Ledger" AS "p0" ON "p"."Id" = ifnull("p0"."Id", "p0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "p0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Photos.Content' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- One_of_several_vectors
SELECT "s"."Id", "s"."Colors", "s"."Content", "s"."Draft", "s"."Place"
FROM (
    SELECT "p"."Id", "p"."Colors", "p"."Content", "p"."Draft", "p"."Place", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Photos" AS "p"
    INNER JOIN "Photos_Colors_Ledger" AS "p0" ON "p"."Id" = ifnull("p0"."Id", "p0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "p0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Photos.Colors' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"

-- One_vector_after_another
SELECT "s"."Id", "s"."Colors", "s"."Content", "s"."Draft", "s"."Place"
FROM (
    SELECT "p"."Id", "p"."Colors", "p"."Content", "p"."Draft", "p"."Place"
    FROM "Photos" AS "p"
    INNER JOIN "Photos_Colors_Ledger" AS "p0" ON "p"."Id" = ifnull("p0"."Id", "p0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "p0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Photos.Colors' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
WHERE omen_is_sound("s"."Content", 8, 32) AND "s"."Content" IS NOT NULL
ORDER BY omen_inner_product("s"."Content", @query2), "s"."Id"
LIMIT omen_limit(@k3)

-- The_only_vector_with_an_index_in_a_part_that_is_a_value
SELECT "s"."Id"
FROM (
    SELECT "d"."Id", "o"."Label" AS "Label0", "o"."Distance"
    FROM "Doors" AS "d"
    INNER JOIN "Doors_Front_Vector_Ledger" AS "d0" ON "d"."Id" = ifnull("d0"."Id", "d0"."Id")
    INNER JOIN "omen_nearest" AS "o" ON "d0"."Label" = "o"."Label"
    WHERE "o"."name" = 'Doors.Front_Vector' AND "o"."query" = @query AND "o"."k" = @k AND "o"."rows" = 0
    ORDER BY "o"."Distance", "o"."Label"
    LIMIT max(@k, 1)
) AS "s"
ORDER BY "s"."Distance" + 0.0, "s"."Label0"
