-- A_compiled_WithinDistance
SELECT a."Id"
FROM "Articles" AS a
WHERE (a."Embedding" <=> @query) + 0.0 <= @distance
ORDER BY a."Id"

SELECT a."Id"
FROM "Articles" AS a
WHERE (a."Embedding" <=> @query) + 0.0 <= @distance
ORDER BY a."Id"

-- A_compiled_query
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE a."Rating" > 1.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE a."Rating" > 1.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_stream_that_is_left_early
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

-- An_asynchronous_compiled_query
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

-- An_interceptor_of_the_applications_own_adds_a_condition_to_what_is_searched_for_each_row
SELECT a."Name", a2."Id"
FROM "Authors" AS a
JOIN LATERAL (
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE a0."Category" = 0 AND vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 4::bigint + 50
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 4
) AS a2 ON TRUE

-- AsNoTrackingWithIdentityResolution
SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country", a1."Id", a1."Country", a1."Name", a1."Style"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", (a0."Embedding" <=> @query) + 0.0 AS c, a0."Origin_City", a0."Origin_Country"
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
) AS a2
LEFT JOIN "Authors" AS a1 ON a2."AuthorId" = a1."Id"
ORDER BY a2.c, a2."Id"

-- AsNoTracking_after
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

-- AsNoTracking_before
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

-- AsTracking
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

-- As_an_asynchronous_stream
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

-- Contexts_of_a_factory
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

-- FromSql_in_front
SELECT o0."Id", o0."AuthorId", o0."Category", o0."Embedding", o0."Published", o0."Rating", o0."Subtitle", o0."Title", o0."Format_Language", o0."Format_Words", o0."Id0", o0."Origin_City", o0."Origin_Country"
FROM (
    SELECT o."Id", o."AuthorId", o."Category", o."Embedding", o."Published", o."Rating", o."Subtitle", o."Title", o."Format_Language", o."Format_Words", a."Id" AS "Id0", a."Origin_City", a."Origin_Country"
    FROM (
        SELECT * FROM "Articles" WHERE "Id" > @p0
    ) AS o
    LEFT JOIN "Articles" AS a ON o."Id" = a."Id"
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY o."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS o0
WHERE (o0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (o0."Embedding" <=> @query) + 0.0, o0."Id"
LIMIT @k

-- Interceptors_of_the_applications_own_see_the_query_and_each_row
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", (a0."Embedding" <=> @query) + 0.0 AS c, a0."Origin_City", a0."Origin_Country"
    FROM (
        SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + 50
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a1
WHERE a1."Category" = 0
ORDER BY a1.c, a1."Id"

-- Lazy_loading
SELECT d0."Id", d0."Vector"
FROM (
    SELECT d."Id", d."Vector"
    FROM "Diaries" AS d
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY d."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Diaries"') THEN 50 ELSE 0 END
) AS d0
WHERE (d0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (d0."Vector" <=> @query) + 0.0, d0."Id"
LIMIT @k

SELECT p."Id", p."DiaryId", p."Text"
FROM "Pages" AS p
WHERE p."DiaryId" = @p

SELECT p."Id", p."DiaryId", p."Text"
FROM "Pages" AS p
WHERE p."DiaryId" = @p

SELECT p."Id", p."DiaryId", p."Text"
FROM "Pages" AS p
WHERE p."DiaryId" = @p

SELECT p."Id", p."DiaryId", p."Text"
FROM "Pages" AS p
WHERE p."DiaryId" = @p

SELECT p."Id", p."DiaryId", p."Text"
FROM "Pages" AS p
WHERE p."DiaryId" = @p

-- Pooled_contexts
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

-- Rows_are_tracked_or_not
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

-- Synchronously
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

-- TagWith
-- the nearest

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

-- ToDictionary_and_ToHashSet
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
