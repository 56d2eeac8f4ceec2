-- Tpc_OfType
SELECT u0."Id", u0."Name", u0."Radius", u0."Vector", u0."Discriminator"
FROM (
    SELECT u."Id", u."Name", u."Radius", u."Vector", u."Discriminator"
    FROM (
        SELECT c."Id", c."Name", c."Radius", c."Vector", 'Circle' AS "Discriminator"
        FROM "Circles" AS c
    ) AS u
    WHERE u."Vector" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY u."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS u0
WHERE (u0."Vector" <=> @query) + 0.0 <> 'NaN' OR (u0."Vector" <=> @query) IS NULL
ORDER BY (u0."Vector" <=> @query) + 0.0, u0."Id"
LIMIT @k

-- Tpc_all_types_by_a_search_of_each
SELECT u."Id", u.distance
FROM (
    SELECT c1."Id", c1.distance
    FROM (
        SELECT c0."Id", (c0."Vector" <=> @query) + 0.0 AS distance
        FROM (
            SELECT c."Id", c."Vector"
            FROM "Circles" AS c
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY c."Vector" <=> @query
            LIMIT @k::bigint + 50
        ) AS c0
        WHERE (c0."Vector" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (c0."Vector" <=> @query) + 0.0, c0."Id"
        LIMIT @k
    ) AS c1
    UNION ALL
    SELECT s1."Id", s1.distance
    FROM (
        SELECT s0."Id", (s0."Vector" <=> @query2) + 0.0 AS distance
        FROM (
            SELECT s."Id", s."Vector"
            FROM "Squares" AS s
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY s."Vector" <=> @query2
            LIMIT @k3::bigint + 50
        ) AS s0
        WHERE (s0."Vector" <=> @query2) + 0.0 <> 'NaN'
        ORDER BY (s0."Vector" <=> @query2) + 0.0, s0."Id"
        LIMIT @k3
    ) AS s1
) AS u
ORDER BY u.distance
LIMIT @p

-- Tpc_derived
SELECT c0."Id", c0."Name", c0."Radius", c0."Vector"
FROM (
    SELECT c."Id", c."Name", c."Radius", c."Vector"
    FROM "Circles" AS c
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY c."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS c0
WHERE (c0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (c0."Vector" <=> @query) + 0.0, c0."Id"
LIMIT @k

-- Tpc_derived_behind_a_filter_of_the_base
SELECT s0."Id", s0."Name", s0."Side", s0."Vector"
FROM (
    SELECT s."Id", s."Name", s."Side", s."Vector"
    FROM "Squares" AS s
    WHERE s."Name" <> 'Shape 4' AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY s."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS s0
WHERE (s0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s0."Vector" <=> @query) + 0.0, s0."Id"
LIMIT @k

-- Tpc_derived_by_its_only_vector
SELECT s0."Id", s0."Name", s0."Side", s0."Vector"
FROM (
    SELECT s."Id", s."Name", s."Side", s."Vector"
    FROM "Squares" AS s
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY s."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS s0
WHERE (s0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s0."Vector" <=> @query) + 0.0, s0."Id"
LIMIT @k

-- Tph_OfType
SELECT a0."Id", a0."Discriminator", a0."Vector", a0."Lives"
FROM (
    SELECT a."Id", a."Discriminator", a."Vector", a."Lives"
    FROM "Animals" AS a
    WHERE a."Discriminator" = 'Cat' AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Vector" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- Tph_OfType_after
SELECT a1."Id", a1."Discriminator", a1."Vector", a1."Bark"
FROM (
    SELECT a0."Id", a0."Discriminator", a0."Vector", a0."Bark", (a0."Vector" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."Discriminator", a."Vector", a."Bark"
        FROM "Animals" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Vector" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Animals"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Vector" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Vector" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a1
WHERE a1."Discriminator" = 'Dog'
ORDER BY a1.c, a1."Id"

-- Tph_base
SELECT a0."Id", a0."Discriminator", a0."Vector", a0."Lives", a0."Bark"
FROM (
    SELECT a."Id", a."Discriminator", a."Vector", a."Lives", a."Bark"
    FROM "Animals" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Animals"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Vector" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- Tph_derived
SELECT a0."Id", a0."Discriminator", a0."Vector", a0."Lives"
FROM (
    SELECT a."Id", a."Discriminator", a."Vector", a."Lives"
    FROM "Animals" AS a
    WHERE a."Discriminator" = 'Cat' AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Vector" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- Tph_derived_by_its_own_vector
SELECT a0."Id", a0."Discriminator", a0."Vector", a0."Bark"
FROM (
    SELECT a."Id", a."Discriminator", a."Vector", a."Bark"
    FROM "Animals" AS a
    WHERE a."Discriminator" = 'Dog' AND a."Bark" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Bark" <-> @query
    LIMIT @k::bigint + 50
) AS a0
ORDER BY (a0."Bark" <-> @query) + 0.0, a0."Id"
LIMIT @k

-- Tph_derived_column
SELECT a0."Id", a0."Discriminator", a0."Vector", a0."Lives", a0."Bark"
FROM (
    SELECT a."Id", a."Discriminator", a."Vector", a."Lives", a."Bark"
    FROM "Animals" AS a
    WHERE a."Lives" > 4 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Vector" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- Tph_derived_filter
SELECT a0."Id", a0."Discriminator", a0."Vector", a0."Lives"
FROM (
    SELECT a."Id", a."Discriminator", a."Vector", a."Lives"
    FROM "Animals" AS a
    WHERE a."Discriminator" = 'Cat' AND a."Lives" > 4 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Vector" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- Tph_is
SELECT a0."Id", a0."Discriminator", a0."Vector", a0."Lives", a0."Bark"
FROM (
    SELECT a."Id", a."Discriminator", a."Vector", a."Lives", a."Bark"
    FROM "Animals" AS a
    WHERE a."Discriminator" = 'Cat' AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Vector" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- Tpt_OfType
SELECT s."Id", s."Vector", s."Doors", s."Discriminator"
FROM (
    SELECT v."Id", v."Vector", c."Doors", CASE
        WHEN c."Id" IS NOT NULL THEN 'Car'
    END AS "Discriminator"
    FROM "Vehicles" AS v
    LEFT JOIN "Cars" AS c ON v."Id" = c."Id"
    WHERE c."Id" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY v."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s."Vector" <=> @query) + 0.0, s."Id"
LIMIT @k

-- Tpt_base
SELECT s."Id", s."Vector", s."Hull", s."Doors", s."Discriminator"
FROM (
    SELECT v."Id", v."Vector", b."Hull", c."Doors", CASE
        WHEN c."Id" IS NOT NULL THEN 'Car'
        WHEN b."Id" IS NOT NULL THEN 'Boat'
    END AS "Discriminator"
    FROM "Vehicles" AS v
    LEFT JOIN "Boats" AS b ON v."Id" = b."Id"
    LEFT JOIN "Cars" AS c ON v."Id" = c."Id"
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY v."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Vehicles"') THEN 50 ELSE 0 END
) AS s
WHERE (s."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s."Vector" <=> @query) + 0.0, s."Id"
LIMIT @k

-- Tpt_base_behind_a_filter
SELECT s."Id", s."Vector", s."Hull", s."Doors", s."Discriminator"
FROM (
    SELECT v."Id", v."Vector", b."Hull", c."Doors", CASE
        WHEN c."Id" IS NOT NULL THEN 'Car'
        WHEN b."Id" IS NOT NULL THEN 'Boat'
    END AS "Discriminator"
    FROM "Vehicles" AS v
    LEFT JOIN "Boats" AS b ON v."Id" = b."Id"
    LEFT JOIN "Cars" AS c ON v."Id" = c."Id"
    WHERE v."Id" > 60 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY v."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s."Vector" <=> @query) + 0.0, s."Id"
LIMIT @k

-- Tpt_derived
SELECT s."Id", s."Vector", s."Doors"
FROM (
    SELECT v."Id", v."Vector", c."Doors"
    FROM "Vehicles" AS v
    INNER JOIN "Cars" AS c ON v."Id" = c."Id"
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY v."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s."Vector" <=> @query) + 0.0, s."Id"
LIMIT @k

-- Tpt_derived_by_its_own_vector
SELECT s."Id", s."Vector", s."Hull"
FROM (
    SELECT v."Id", v."Vector", b."Hull"
    FROM "Vehicles" AS v
    INNER JOIN "Boats" AS b ON v."Id" = b."Id"
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY b."Hull" <-> @query
    LIMIT @k::bigint + 50
) AS s
ORDER BY (s."Hull" <-> @query) + 0.0, s."Id"
LIMIT @k

-- Tpt_derived_filter
SELECT s."Id", s."Vector", s."Doors"
FROM (
    SELECT v."Id", v."Vector", c."Doors"
    FROM "Vehicles" AS v
    INNER JOIN "Cars" AS c ON v."Id" = c."Id"
    WHERE c."Doors" = 4 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY v."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s."Vector" <=> @query) + 0.0, s."Id"
LIMIT @k
