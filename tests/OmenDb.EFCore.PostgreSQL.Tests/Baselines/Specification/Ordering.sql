-- Distinct_after
SELECT DISTINCT a1."Category"
FROM (
    SELECT a0."Category"
    FROM (
        SELECT a."Id", a."Category", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a1

-- Distinct_before
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
    FROM (
        SELECT DISTINCT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
        FROM "Articles" AS a
    ) AS a0
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a0."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a1
WHERE (a1."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a1."Embedding" <=> @query) + 0.0, a1."Id"
LIMIT @k

-- Distinct_of_the_rows_after
SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country"
FROM (
    SELECT DISTINCT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
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
) AS a2

-- More_than_there_are
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

-- Nearest_first
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

-- Nearest_first_by_a_named_vector
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

-- OrderByDescending_of_the_distance
SELECT a1."Id", (a1."Embedding" <=> @query) + 0.0 AS distance
FROM (
    SELECT a0."Id", a0."Embedding"
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
ORDER BY (a1."Embedding" <=> @query) + 0.0 DESC

-- OrderBy_a_count_after
SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country"
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
) AS a2
ORDER BY (
    SELECT count(*)::int
    FROM "ArticleTag" AS a1
    INNER JOIN "Tags" AS t ON a1."TagsId" = t."Id"
    WHERE a2."Id" = a1."ArticlesId") DESC, a2."Id"

-- OrderBy_a_reference_after
SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country"
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
) AS a2
LEFT JOIN "Authors" AS a1 ON a2."AuthorId" = a1."Id"
ORDER BY a1."Country", a2."Id"

-- OrderBy_after
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
ORDER BY a1."Id"

-- OrderBy_and_ThenBy_after
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
ORDER BY a1."Category", a1."Id" DESC

-- OrderBy_before_does_not_matter
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
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

-- Reverse
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
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
) AS a1
ORDER BY a1.c DESC, a1."Id" DESC

-- Skip_after
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
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
) AS a1
ORDER BY a1.c, a1."Id"
OFFSET @p

-- Skip_and_Take_after
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
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
) AS a1
ORDER BY a1.c, a1."Id"
LIMIT @p OFFSET @p

-- Skip_and_Take_after_Where
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
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
) AS a1
WHERE a1."Category" = 0
ORDER BY a1.c, a1."Id"
LIMIT @p OFFSET @p

-- Skip_and_Take_before_restrict_what_is_searched
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
    FROM (
        SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
        FROM "Articles" AS a
        ORDER BY a."Id"
        LIMIT @p OFFSET @p
    ) AS a0
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a0."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a1
WHERE (a1."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a1."Embedding" <=> @query) + 0.0, a1."Id"
LIMIT @k

-- Take_after
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
LIMIT LEAST(@k, @p)

-- Take_before_restricts_what_is_searched
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
    FROM (
        SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
        FROM "Articles" AS a
        ORDER BY a."Id"
        LIMIT @p
    ) AS a0
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a0."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a1
WHERE (a1."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a1."Embedding" <=> @query) + 0.0, a1."Id"
LIMIT @k
