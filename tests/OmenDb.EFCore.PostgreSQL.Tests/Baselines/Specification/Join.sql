-- For_each_of_the_k_its_nearest_others
SELECT a1."Id", c1."Text"
FROM (
    SELECT a0."Id", a0."Embedding", (a0."Embedding" <=> @query) + 0.0 AS c
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
) AS a1
JOIN LATERAL (
    SELECT c0."Text"
    FROM (
        SELECT c."Id", c."Mood", c."Text"
        FROM "Comments" AS c
        WHERE c."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY c."Mood" <-> a1."Embedding"
        LIMIT 2::bigint + CASE WHEN row_security_active('"Comments"') THEN 50 ELSE 0 END
    ) AS c0
    ORDER BY (c0."Mood" <-> a1."Embedding") + 0.0, c0."Id"
    LIMIT 2
) AS c1 ON TRUE
ORDER BY a1.c, a1."Id"

-- For_each_row_as_many_of_its_nearest_others_as_it_says
SELECT a."Id" AS "From", a2."Id" AS "To"
FROM "Articles" AS a
JOIN LATERAL (
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Embedding") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Embedding"
        LIMIT CAST(CASE
            WHEN a."Id" < 1 THEN -1
            ELSE a."Id"
        END AS bigint) + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Embedding") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Embedding") + 0.0, a1."Id"
    LIMIT CASE
        WHEN a."Id" < 1 THEN -1
        ELSE a."Id"
    END
) AS a2 ON TRUE
WHERE a."Id" <= 6

-- For_each_row_its_nearest_others
SELECT a."Id" AS "Author", a2."Id"
FROM "Authors" AS a
JOIN LATERAL (
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 3
) AS a2 ON TRUE

-- For_each_row_its_nearest_others_by_a_vector_that_a_step_before_computes
SELECT c."Id" AS "From", c2."Id" AS "To"
FROM "Comments" AS c
JOIN LATERAL (
    SELECT c1."Id"
    FROM (
        SELECT c0."Id", c0."Mood"
        FROM "Comments" AS c0
        WHERE c0."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY c0."Mood" <-> COALESCE(c."Mood", @neutral)
        LIMIT 2::bigint + CASE WHEN row_security_active('"Comments"') THEN 50 ELSE 0 END
    ) AS c1
    ORDER BY (c1."Mood" <-> COALESCE(c."Mood", @neutral)) + 0.0, c1."Id"
    LIMIT 2
) AS c2 ON TRUE
WHERE c."Id" <= 30

-- For_each_row_its_nearest_others_by_a_vector_that_another_may_stand_in_for
SELECT c."Id" AS "From", c2."Id" AS "To"
FROM "Comments" AS c
JOIN LATERAL (
    SELECT c1."Id"
    FROM (
        SELECT c0."Id", c0."Mood"
        FROM "Comments" AS c0
        WHERE c0."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY c0."Mood" <-> COALESCE(c."Mood", @neutral)
        LIMIT 2::bigint + CASE WHEN row_security_active('"Comments"') THEN 50 ELSE 0 END
    ) AS c1
    ORDER BY (c1."Mood" <-> COALESCE(c."Mood", @neutral)) + 0.0, c1."Id"
    LIMIT 2
) AS c2 ON TRUE
WHERE c."Id" <= 30

-- For_each_row_its_nearest_others_by_a_vector_that_is_chosen
SELECT c."Id" AS "From", a6."Id" AS "To"
FROM "Comments" AS c
INNER JOIN "Articles" AS a ON c."ArticleId" = a."Id"
JOIN LATERAL (
    SELECT a4."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(CASE
            WHEN c."Stars" > 3 THEN a."Embedding"
            ELSE (
                SELECT a1."Embedding"
                FROM "Articles" AS a1
                WHERE a1."Id" = c."Stars"
                LIMIT 1)
        END) > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> CASE
            WHEN c."Stars" > 3 THEN a."Embedding"
            ELSE (
                SELECT a2."Embedding"
                FROM "Articles" AS a2
                WHERE a2."Id" = c."Stars"
                LIMIT 1)
        END
        LIMIT 2::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a4
    WHERE (a4."Embedding" <=> CASE
        WHEN c."Stars" > 3 THEN a."Embedding"
        ELSE (
            SELECT a3."Embedding"
            FROM "Articles" AS a3
            WHERE a3."Id" = c."Stars"
            LIMIT 1)
    END) + 0.0 <> 'NaN' OR (a4."Embedding" <=> CASE
        WHEN c."Stars" > 3 THEN a."Embedding"
        ELSE (
            SELECT a3."Embedding"
            FROM "Articles" AS a3
            WHERE a3."Id" = c."Stars"
            LIMIT 1)
    END) IS NULL
    ORDER BY (a4."Embedding" <=> CASE
        WHEN c."Stars" > 3 THEN a."Embedding"
        ELSE (
            SELECT a5."Embedding"
            FROM "Articles" AS a5
            WHERE a5."Id" = c."Stars"
            LIMIT 1)
    END) + 0.0, a4."Id"
    LIMIT 2
) AS a6 ON TRUE
WHERE c."Id" <= 30

-- For_each_row_its_nearest_others_by_a_vector_that_was_selected
SELECT c2."Id" AS "From", c3."Id" AS "To"
FROM (
    SELECT c."Id", c."Mood"
    FROM "Comments" AS c
    WHERE c."Id" <= 30 AND c."Mood" IS NOT NULL
    ORDER BY c."Id"
    LIMIT @p
) AS c2
JOIN LATERAL (
    SELECT c1."Id"
    FROM (
        SELECT c0."Id", c0."Mood"
        FROM "Comments" AS c0
        WHERE c2."Mood" IS NOT NULL AND c0."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY c0."Mood" <-> c2."Mood"
        LIMIT 2::bigint + CASE WHEN row_security_active('"Comments"') THEN 50 ELSE 0 END
    ) AS c1
    ORDER BY (c1."Mood" <-> c2."Mood") + 0.0, c1."Id"
    LIMIT 2
) AS c3 ON TRUE
ORDER BY c2."Id"

-- For_each_row_its_nearest_others_by_one_of_two_vectors
SELECT c."Id" AS "From", c2."Id" AS "To"
FROM "Comments" AS c
INNER JOIN "Articles" AS a ON c."ArticleId" = a."Id"
LEFT JOIN "Authors" AS a0 ON a."AuthorId" = a0."Id"
JOIN LATERAL (
    SELECT c1."Id"
    FROM (
        SELECT c0."Id", c0."Mood"
        FROM "Comments" AS c0
        WHERE CASE
            WHEN c."Mood" IS NOT NULL THEN c."Mood"
            ELSE a0."Style"
        END IS NOT NULL AND c0."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY c0."Mood" <-> CASE
            WHEN c."Mood" IS NOT NULL THEN c."Mood"
            ELSE a0."Style"
        END
        LIMIT 2::bigint + CASE WHEN row_security_active('"Comments"') THEN 50 ELSE 0 END
    ) AS c1
    ORDER BY (c1."Mood" <-> CASE
        WHEN c."Mood" IS NOT NULL THEN c."Mood"
        ELSE a0."Style"
    END) + 0.0, c1."Id"
    LIMIT 2
) AS c2 ON TRUE
WHERE c."Id" <= 60 AND a."AuthorId" IS NOT NULL

-- For_each_row_its_nearest_others_by_the_vector_of_a_row_that_is_looked_up
SELECT c."Id" AS "From", a5."Id" AS "To"
FROM "Comments" AS c
JOIN LATERAL (
    SELECT a3."Id"
    FROM (
        SELECT a."Id", a."Embedding"
        FROM "Articles" AS a
        WHERE vector_norm((
            SELECT a0."Style"
            FROM "Authors" AS a0
            WHERE a0."Id" <= c."Stars"
            ORDER BY a0."Id" DESC
            LIMIT 1)) > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> (
            SELECT a1."Style"
            FROM "Authors" AS a1
            WHERE a1."Id" <= c."Stars"
            ORDER BY a1."Id" DESC
            LIMIT 1)
        LIMIT 2::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a3
    WHERE (a3."Embedding" <=> (
        SELECT a2."Style"
        FROM "Authors" AS a2
        WHERE a2."Id" <= c."Stars"
        ORDER BY a2."Id" DESC
        LIMIT 1)) + 0.0 <> 'NaN' OR (a3."Embedding" <=> (
        SELECT a2."Style"
        FROM "Authors" AS a2
        WHERE a2."Id" <= c."Stars"
        ORDER BY a2."Id" DESC
        LIMIT 1)) IS NULL
    ORDER BY (a3."Embedding" <=> (
        SELECT a4."Style"
        FROM "Authors" AS a4
        WHERE a4."Id" <= c."Stars"
        ORDER BY a4."Id" DESC
        LIMIT 1)) + 0.0, a3."Id"
    LIMIT 2
) AS a5 ON TRUE
WHERE c."Id" <= 30

-- For_each_row_its_nearest_others_by_the_vector_of_a_row_that_it_refers_to
SELECT c."Id" AS "From", a2."Id" AS "To"
FROM "Comments" AS c
INNER JOIN "Articles" AS a ON c."ArticleId" = a."Id"
JOIN LATERAL (
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Embedding") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Embedding"
        LIMIT 2::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Embedding") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Embedding") + 0.0, a1."Id"
    LIMIT 2
) AS a2 ON TRUE
WHERE c."Id" <= 30

-- For_each_row_its_nearest_others_in_a_result_with_the_row
SELECT a2."Name", a2."Title", a2.distance
FROM "Authors" AS a
JOIN LATERAL (
    SELECT a."Name", a1."Title", (a1."Embedding" <=> a."Style") + 0.0 AS distance
    FROM (
        SELECT a0."Id", a0."Embedding", a0."Title"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 3
) AS a2 ON TRUE

-- For_each_row_its_nearest_others_in_a_result_with_the_row_and_then_another
SELECT a."Name", a2."Title", a2."Near"
FROM "Authors" AS a
JOIN LATERAL (
    SELECT a1."Title", (a1."Embedding" <=> a."Style") + 0.0 < a."Id"::double precision / 10.0 AS "Near"
    FROM (
        SELECT a0."Id", a0."Embedding", a0."Title"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 3
) AS a2 ON TRUE

-- For_each_row_its_nearest_others_of_the_same_set
SELECT a."Id" AS "From", a2."Id" AS "To"
FROM "Articles" AS a
JOIN LATERAL (
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Embedding") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Embedding"
        LIMIT 3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Embedding") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Embedding") + 0.0, a1."Id"
    LIMIT 3
) AS a2 ON TRUE
WHERE a."Id" <= 20 AND a2."Id" <> a."Id"

-- For_each_row_its_nearest_others_that_pass_a_filter
SELECT a."Name", a2."Title"
FROM "Authors" AS a
JOIN LATERAL (
    SELECT a1."Title"
    FROM (
        SELECT a0."Id", a0."Embedding", a0."Title"
        FROM "Articles" AS a0
        WHERE a0."Category" = 2 AND vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 3::bigint + 50
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 3
) AS a2 ON TRUE

-- For_each_row_its_nearest_others_then_all_of_them_filtered
SELECT a2."Title"
FROM "Authors" AS a
JOIN LATERAL (
    SELECT a1."Rating", a1."Title"
    FROM (
        SELECT a0."Id", a0."Embedding", a0."Rating", a0."Title"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 3
) AS a2 ON TRUE
WHERE a2."Rating" > 1.0

-- For_each_row_its_nearest_others_with_the_distance
SELECT a."Name", a2."Title", a2.distance
FROM "Authors" AS a
JOIN LATERAL (
    SELECT a1."Title", (a1."Embedding" <=> a."Style") + 0.0 AS distance
    FROM (
        SELECT a0."Id", a0."Embedding", a0."Title"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 3
) AS a2 ON TRUE
ORDER BY a."Id", a2.distance

-- GroupJoin
SELECT a0."Id", (
    SELECT count(*)::int
    FROM "Comments" AS c
    WHERE a0."Id" = c."ArticleId") AS "Count"
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

-- GroupJoin_flattened
SELECT a1."Id", c0."Text"
FROM (
    SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS c
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
) AS a1
LEFT JOIN (
    SELECT c."ArticleId", c."Text"
    FROM "Comments" AS c
    WHERE c."Stars" > 3
) AS c0 ON a1."Id" = c0."ArticleId"
ORDER BY a1.c, a1."Id"

-- Join
SELECT a1."Title", c."Text"
FROM (
    SELECT a0."Id", a0."Title", (a0."Embedding" <=> @query) + 0.0 AS c
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
INNER JOIN "Comments" AS c ON a1."Id" = c."ArticleId"
ORDER BY a1.c, a1."Id"

-- Join_in_front
SELECT s."Id", s."AuthorId", s."Category", s."Embedding", s."Published", s."Rating", s."Subtitle", s."Title", s."Format_Language", s."Format_Words", s."Origin_City", s."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    INNER JOIN (
        SELECT a0."Id"
        FROM "Authors" AS a0
        WHERE a0."Country" = 'Italy'
    ) AS a1 ON a."AuthorId" = a1."Id"
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s."Embedding" <=> @query) + 0.0, s."Id"
LIMIT @k

-- Join_of_two_searches
SELECT a3."Id", a4."Title"
FROM (
    SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS c
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
INNER JOIN (
    SELECT a2."Id", a2."Title"
    FROM (
        SELECT a1."Id", a1."Embedding", a1."Title"
        FROM "Articles" AS a1
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a1."Embedding" <=> @query2
        LIMIT @k3::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a2
    WHERE (a2."Embedding" <=> @query2) + 0.0 <> 'NaN'
    ORDER BY (a2."Embedding" <=> @query2) + 0.0, a2."Id"
    LIMIT @k3
) AS a4 ON a3."Id" = a4."Id"
ORDER BY a3.c, a3."Id"

-- Join_the_other_way
SELECT a1."Title", c."Text"
FROM "Comments" AS c
INNER JOIN (
    SELECT a0."Id", a0."Title"
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
) AS a1 ON c."ArticleId" = a1."Id"

-- LeftJoin
SELECT a2."Id", a1."Name"
FROM (
    SELECT a0."Id", a0."AuthorId", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."AuthorId", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a2
LEFT JOIN "Authors" AS a1 ON a2."AuthorId" = a1."Id"
ORDER BY a2.c, a2."Id"

-- Rows_that_a_left_join_found_nothing_for_are_not_near
SELECT s."Title"
FROM (
    SELECT a1."Id" AS "Id0", a1."Embedding", a1."Title"
    FROM "Authors" AS a
    LEFT JOIN (
        SELECT a0."Id", a0."AuthorId", a0."Embedding", a0."Title"
        FROM "Articles" AS a0
        WHERE a0."Id" < 9
    ) AS a1 ON a."Id" = a1."AuthorId"
    WHERE a1."Embedding" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a1."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Embedding" <=> @query) + 0.0 <> 'NaN' OR (s."Embedding" <=> @query) IS NULL
ORDER BY (s."Embedding" <=> @query) + 0.0, s."Id0"
LIMIT @k

-- Rows_that_a_left_join_found_nothing_for_are_not_near_without_an_index
SELECT s."Name", (s."Style" <=> @query) + 0.0 AS distance
FROM (
    SELECT a0."Id" AS "Id0", a0."Name", a0."Style", (a0."Style" <=> @query) + 0.0 AS c
    FROM "Articles" AS a
    LEFT JOIN "Authors" AS a0 ON a."AuthorId" = a0."Id"
    WHERE a."Id" < 9 AND a0."Style" IS NOT NULL
    ORDER BY (a0."Style" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS s
WHERE (s."Style" <=> @query) + 0.0 <> 'NaN' OR (s."Style" <=> @query) IS NULL
ORDER BY s.c, s."Id0"

-- SelectMany_of_a_collection
SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM (
    SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS c
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
) AS a1
INNER JOIN "Comments" AS c ON a1."Id" = c."ArticleId"
ORDER BY a1.c, a1."Id"

-- SelectMany_of_a_collection_in_front
SELECT s."Id0", s."AuthorId", s."Category", s."Embedding", s."Published", s."Rating", s."Subtitle", s."Title", s."Format_Language", s."Format_Words", s."Origin_City", s."Origin_Country"
FROM (
    SELECT a0."Id" AS "Id0", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
    FROM "Authors" AS a
    INNER JOIN "Articles" AS a0 ON a."Id" = a0."AuthorId"
    WHERE a."Country" = 'Kenya' AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a0."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s."Embedding" <=> @query) + 0.0, s."Id0"
LIMIT @k

-- SelectMany_of_many_to_many
SELECT a2."Id", s."Name"
FROM (
    SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS c
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
) AS a2
INNER JOIN (
    SELECT t."Name", a1."ArticlesId"
    FROM "ArticleTag" AS a1
    INNER JOIN "Tags" AS t ON a1."TagsId" = t."Id"
) AS s ON a2."Id" = s."ArticlesId"
ORDER BY a2.c, a2."Id"

-- SelectMany_of_one_search_for_all
SELECT a."Name", a2."Title"
FROM "Authors" AS a
CROSS JOIN (
    SELECT a1."Title"
    FROM (
        SELECT a0."Id", a0."Embedding", a0."Title"
        FROM "Articles" AS a0
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> @query) + 0.0, a1."Id"
    LIMIT @k
) AS a2

-- The_rows_that_are_referred_to
SELECT s."Id0", s."AuthorId", s."Category", s."Embedding", s."Published", s."Rating", s."Subtitle", s."Title", s."Format_Language", s."Format_Words", s."Origin_City", s."Origin_Country"
FROM (
    SELECT a."Id" AS "Id0", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Comments" AS c
    INNER JOIN "Articles" AS a ON c."ArticleId" = a."Id"
    WHERE c."Stars" = 5 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s."Embedding" <=> @query) + 0.0, s."Id0"
LIMIT @k
