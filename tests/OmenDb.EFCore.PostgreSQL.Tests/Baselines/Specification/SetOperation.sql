-- A_search_of_a_filtered_search
SELECT a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words", a3."Origin_City", a3."Origin_Country"
FROM (
    SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", (a2."Embedding" <=> @query2) + 0.0 AS c, a2."Origin_City", a2."Origin_Country"
    FROM (
        SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
        FROM (
            SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
            FROM (
                SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
                FROM "Articles" AS a
                WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
                ORDER BY a."Embedding" <=> @query
                LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
            ) AS a0
            WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
            ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
            LIMIT @k
        ) AS a1
        WHERE a1."Rating" > 1.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a1."Embedding" <=> @query2
        LIMIT @k3::bigint + 50
    ) AS a2
    WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
    ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
    LIMIT @k3
) AS a3
WHERE a3."Category" = 0
ORDER BY a3.c, a3."Id"

-- A_search_of_a_search
SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country"
FROM (
    SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
    FROM (
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
        FROM (
            SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
            FROM "Articles" AS a
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a0
        WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
        LIMIT @k
    ) AS a1
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a1."Embedding" <=> @query2
    LIMIT @k3::bigint + 50
) AS a2
WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
LIMIT @k3

-- Concat_of_filtered_searches
SELECT u."Id", u."AuthorId", u."Category", u."Embedding", u."Published", u."Rating", u."Subtitle", u."Title", u."Format_Language", u."Format_Words", a5."Id", a5."Origin_City", a5."Origin_Country"
FROM (
    SELECT a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words"
    FROM (
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words"
        FROM (
            SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words"
            FROM "Articles" AS a
            WHERE a."Category" = 0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a."Embedding" <=> @query
            LIMIT @k::bigint + 50
        ) AS a0
        WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
        LIMIT @k
    ) AS a3
    UNION ALL
    SELECT a4."Id", a4."AuthorId", a4."Category", a4."Embedding", a4."Published", a4."Rating", a4."Subtitle", a4."Title", a4."Format_Language", a4."Format_Words"
    FROM (
        SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words"
        FROM (
            SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words"
            FROM "Articles" AS a1
            WHERE a1."Category" = 2 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a1."Embedding" <=> @query2
            LIMIT @k3::bigint + 50
        ) AS a2
        WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
        ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
        LIMIT @k3
    ) AS a4
) AS u
LEFT JOIN "Articles" AS a5 ON u."Id" = a5."Id"

-- Concat_of_two_searches
SELECT u."Id", u."AuthorId", u."Category", u."Embedding", u."Published", u."Rating", u."Subtitle", u."Title", u."Format_Language", u."Format_Words", a5."Id", a5."Origin_City", a5."Origin_Country"
FROM (
    SELECT a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words"
    FROM (
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words"
        FROM (
            SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words"
            FROM "Articles" AS a
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a0
        WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
        LIMIT @k
    ) AS a3
    UNION ALL
    SELECT a4."Id", a4."AuthorId", a4."Category", a4."Embedding", a4."Published", a4."Rating", a4."Subtitle", a4."Title", a4."Format_Language", a4."Format_Words"
    FROM (
        SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words"
        FROM (
            SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words"
            FROM "Articles" AS a1
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a1."Embedding" <=> @query2
            LIMIT @k3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a2
        WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
        ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
        LIMIT @k3
    ) AS a4
) AS u
LEFT JOIN "Articles" AS a5 ON u."Id" = a5."Id"

-- Concat_with_distances
SELECT u."Title", u.distance
FROM (
    SELECT a1."Title", a1.distance
    FROM (
        SELECT a0."Title", (a0."Embedding" <=> @query) + 0.0 AS distance
        FROM (
            SELECT a."Id", a."Embedding", a."Title"
            FROM "Articles" AS a
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a0
        WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
        LIMIT @k
    ) AS a1
    UNION ALL
    SELECT c1."Title", c1.distance
    FROM (
        SELECT c0."Text" AS "Title", (c0."Mood" <-> @query2) + 0.0 AS distance
        FROM (
            SELECT c."Id", c."Mood", c."Text"
            FROM "Comments" AS c
            WHERE c."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY c."Mood" <-> @query2
            LIMIT @k3::bigint + CASE WHEN row_security_active('"Comments"') THEN 50 ELSE 0 END
        ) AS c0
        ORDER BY (c0."Mood" <-> @query2) + 0.0, c0."Id"
        LIMIT @k3
    ) AS c1
) AS u
ORDER BY u.distance

-- Except_in_front
SELECT e0."Id", e0."AuthorId", e0."Category", e0."Embedding", e0."Published", e0."Rating", e0."Subtitle", e0."Title", e0."Format_Language", e0."Format_Words", e0."Id0", e0."Origin_City", e0."Origin_Country"
FROM (
    SELECT e."Id", e."AuthorId", e."Category", e."Embedding", e."Published", e."Rating", e."Subtitle", e."Title", e."Format_Language", e."Format_Words", a1."Id" AS "Id0", a1."Origin_City", a1."Origin_Country"
    FROM (
        SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words"
        FROM "Articles" AS a
        EXCEPT
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words"
        FROM "Articles" AS a0
        WHERE a0."Category" = 0
    ) AS e
    LEFT JOIN "Articles" AS a1 ON e."Id" = a1."Id"
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY e."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS e0
WHERE (e0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (e0."Embedding" <=> @query) + 0.0, e0."Id"
LIMIT @k

-- Except_of_two_searches
SELECT e."Id", e."AuthorId", e."Category", e."Embedding", e."Published", e."Rating", e."Subtitle", e."Title", e."Format_Language", e."Format_Words", a5."Id", a5."Origin_City", a5."Origin_Country"
FROM (
    SELECT a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words"
    FROM (
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words"
        FROM (
            SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words"
            FROM "Articles" AS a
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a0
        WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
        LIMIT @k
    ) AS a3
    EXCEPT
    SELECT a4."Id", a4."AuthorId", a4."Category", a4."Embedding", a4."Published", a4."Rating", a4."Subtitle", a4."Title", a4."Format_Language", a4."Format_Words"
    FROM (
        SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words"
        FROM (
            SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words"
            FROM "Articles" AS a1
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a1."Embedding" <=> @query2
            LIMIT @k3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a2
        WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
        ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
        LIMIT @k3
    ) AS a4
) AS e
LEFT JOIN "Articles" AS a5 ON e."Id" = a5."Id"

-- Intersect_of_two_searches
SELECT a3."Id"
FROM (
    SELECT a0."Id"
    FROM (
        SELECT a."Id", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a3
INTERSECT
SELECT a4."Id"
FROM (
    SELECT a2."Id"
    FROM (
        SELECT a1."Id", a1."Embedding"
        FROM "Articles" AS a1
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a1."Embedding" <=> @query2
        LIMIT @k3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a2
    WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
    ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
    LIMIT @k3
) AS a4

-- Union_in_front
SELECT u0."Id", u0."AuthorId", u0."Category", u0."Embedding", u0."Published", u0."Rating", u0."Subtitle", u0."Title", u0."Format_Language", u0."Format_Words", u0."Id0", u0."Origin_City", u0."Origin_Country"
FROM (
    SELECT u."Id", u."AuthorId", u."Category", u."Embedding", u."Published", u."Rating", u."Subtitle", u."Title", u."Format_Language", u."Format_Words", a1."Id" AS "Id0", a1."Origin_City", a1."Origin_Country"
    FROM (
        SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words"
        FROM "Articles" AS a
        WHERE a."Category" = 0
        UNION
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words"
        FROM "Articles" AS a0
        WHERE a0."Rating" > 4.0
    ) AS u
    LEFT JOIN "Articles" AS a1 ON u."Id" = a1."Id"
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY u."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS u0
WHERE (u0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (u0."Embedding" <=> @query) + 0.0, u0."Id"
LIMIT @k

-- Union_of_the_keys_of_two_searches
SELECT a3."Id"
FROM (
    SELECT a0."Id"
    FROM (
        SELECT a."Id", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a3
UNION
SELECT a4."Id"
FROM (
    SELECT a2."Id"
    FROM (
        SELECT a1."Id", a1."Embedding"
        FROM "Articles" AS a1
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a1."Embedding" <=> @query2
        LIMIT @k3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a2
    WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
    ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
    LIMIT @k3
) AS a4

-- Union_of_two_searches
SELECT u."Id", u."AuthorId", u."Category", u."Embedding", u."Published", u."Rating", u."Subtitle", u."Title", u."Format_Language", u."Format_Words", a5."Id", a5."Origin_City", a5."Origin_Country"
FROM (
    SELECT a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words"
    FROM (
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words"
        FROM (
            SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words"
            FROM "Articles" AS a
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a0
        WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
        LIMIT @k
    ) AS a3
    UNION
    SELECT a4."Id", a4."AuthorId", a4."Category", a4."Embedding", a4."Published", a4."Rating", a4."Subtitle", a4."Title", a4."Format_Language", a4."Format_Words"
    FROM (
        SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words"
        FROM (
            SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words"
            FROM "Articles" AS a1
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a1."Embedding" <=> @query2
            LIMIT @k3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a2
        WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
        ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
        LIMIT @k3
    ) AS a4
) AS u
LEFT JOIN "Articles" AS a5 ON u."Id" = a5."Id"

-- Union_with_a_filter
SELECT u."Id", u."AuthorId", u."Category", u."Embedding", u."Published", u."Rating", u."Subtitle", u."Title", u."Format_Language", u."Format_Words", a3."Id", a3."Origin_City", a3."Origin_Country"
FROM (
    SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words"
    FROM (
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words"
        FROM (
            SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words"
            FROM "Articles" AS a
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a0
        WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
        LIMIT @k
    ) AS a2
    UNION
    SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words"
    FROM "Articles" AS a1
    WHERE a1."Id" < 5
) AS u
LEFT JOIN "Articles" AS a3 ON u."Id" = a3."Id"
