-- All
SELECT NOT EXISTS (
    SELECT 1
    FROM (
        SELECT a."Rating"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k
    ) AS a0
    WHERE a0."Rating" >= 5.0)

-- Any
SELECT EXISTS (
    SELECT 1
    FROM (
        SELECT 1
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k
    ) AS a0)

-- Any_that
SELECT EXISTS (
    SELECT 1
    FROM (
        SELECT a."Category"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k
    ) AS a0
    WHERE a0."Category" = 0)

-- Average
SELECT avg(a0."Rating")
FROM (
    SELECT a."Rating"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0

-- Average_of_the_distances
SELECT avg((a0."Embedding" <=> @query) + 0.0)
FROM (
    SELECT a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0

-- Contains
SELECT @p IN (
    SELECT a0."Id"
    FROM (
        SELECT a."Id"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k
    ) AS a0
)

-- Count
SELECT count(*)::int
FROM (
    SELECT 1
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0

-- Count_of_all
SELECT count(*)::int
FROM (
    SELECT 1
    FROM "Comments" AS c
    WHERE c."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY c."Mood" <-> @query
    LIMIT @k
) AS c0

-- Count_that
SELECT count(*)::int
FROM (
    SELECT a."Rating"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
WHERE a0."Rating" > 2.0

-- ElementAt
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT 1 OFFSET @p

-- First
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT 1

-- FirstOrDefault_behind_a_filter
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE a."Rating" > 4.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a0
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT LEAST(@k, 1)

-- FirstOrDefault_of_nothing
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE a."Id" < 0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a0
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT LEAST(@k, 1)

-- First_that
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
WHERE a0."Category" = 2
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT 1

-- GroupBy
SELECT a0."Category" AS "Key", count(*)::int AS "Count", max(a0."Rating") AS "Best"
FROM (
    SELECT a."Category", a."Rating"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
GROUP BY a0."Category"

-- GroupBy_having
SELECT a0."AuthorId" AS "Key", count(*)::int AS "Count"
FROM (
    SELECT a."AuthorId"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
GROUP BY a0."AuthorId"
HAVING count(*)::int > 1

-- GroupBy_the_distance
SELECT a0."Category" AS "Key", min((a0."Embedding" <=> @query) + 0.0) AS "Nearest"
FROM (
    SELECT a."Category", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
GROUP BY a0."Category"

-- GroupBy_then_Count
SELECT count(*)::int
FROM (
    SELECT 1
    FROM (
        SELECT a."Category"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k
    ) AS a0
    GROUP BY a0."Category"
) AS a1

-- GroupBy_two_columns
SELECT a0."Category", a0."Origin_City" AS "City", COALESCE(sum(a0."Rating"), 0.0) AS "Sum"
FROM (
    SELECT a."Category", a."Rating", a."Origin_City"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
GROUP BY a0."Category", a0."Origin_City"

-- Last
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
ORDER BY (a0."Embedding" <=> @query) + 0.0 DESC, a0."Id" DESC
LIMIT 1

-- LongCount
SELECT count(*)
FROM (
    SELECT 1
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0

-- Max
SELECT max(a0."Id")
FROM (
    SELECT a."Id"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0

-- Max_of_the_distances
SELECT max((a0."Embedding" <=> @query) + 0.0)
FROM (
    SELECT a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0

-- Min
SELECT min(a0."Published")
FROM (
    SELECT a."Published"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0

-- Single
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT 2

-- SingleOrDefault_that
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
WHERE a0."Id" = 77
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT 2

-- Sum
SELECT COALESCE(sum(a0."Format_Words"), 0)::int
FROM (
    SELECT a."Format_Words"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k
) AS a0
