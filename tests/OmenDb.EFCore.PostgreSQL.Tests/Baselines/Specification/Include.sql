-- A_collection_after
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country", c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", (a0."Embedding" <=> @query) + 0.0 AS c
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
LEFT JOIN "Comments" AS c ON a1."Id" = c."ArticleId"
ORDER BY a1.c, a1."Id", c."Id"

-- A_collection_after_in_a_split_query
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

SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text", a1."Id"
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
ORDER BY a1.c, a1."Id", c."Id"

-- A_collection_before
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country", c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", (a0."Embedding" <=> @query) + 0.0 AS c
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
LEFT JOIN "Comments" AS c ON a1."Id" = c."ArticleId"
ORDER BY a1.c, a1."Id", c."Id"

-- A_collection_before_in_a_split_query
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

SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text", a1."Id"
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
ORDER BY a1.c, a1."Id", c."Id"

-- A_collection_behind_a_filter
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country", c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
        FROM "Articles" AS a
        WHERE a."Rating" > 3.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + 50
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a1
LEFT JOIN "Comments" AS c ON a1."Id" = c."ArticleId"
ORDER BY a1.c, a1."Id", c."Id"

-- A_collection_behind_a_filter_in_a_split_query
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE a."Rating" > 3.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text", a1."Id"
FROM (
    SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."Embedding"
        FROM "Articles" AS a
        WHERE a."Rating" > 3.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + 50
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a1
INNER JOIN "Comments" AS c ON a1."Id" = c."ArticleId"
ORDER BY a1.c, a1."Id", c."Id"

-- A_collection_filtered_by_a_search
SELECT a."Id", a."Country", a."Name", a."Style", a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words", a3."Origin_City", a3."Origin_Country"
FROM "Authors" AS a
LEFT JOIN (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
    FROM "Articles" AS a0
    WHERE a0."Id" IN (
        SELECT a2."Id"
        FROM (
            SELECT a1."Id", a1."Embedding"
            FROM "Articles" AS a1
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a1."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a2
        WHERE (a2."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a2."Embedding" <=> @query) + 0.0, a2."Id"
        LIMIT @k
    )
) AS a3 ON a."Id" = a3."AuthorId"
ORDER BY a."Id", a3."Id"

-- A_collection_in_a_collection_within_a_distance_by_the_metric_of_its_index
SELECT a."Id", a."Country", a."Name", a."Style", s."Id", s."AuthorId", s."Category", s."Embedding", s."Published", s."Rating", s."Subtitle", s."Title", s."Format_Language", s."Format_Words", s."Origin_City", s."Origin_Country", s."Id0", s."ArticleId", s."Mood", s."Stars", s."Text"
FROM "Authors" AS a
LEFT JOIN (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", c0."Id" AS "Id0", c0."ArticleId", c0."Mood", c0."Stars", c0."Text"
    FROM "Articles" AS a0
    LEFT JOIN (
        SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
        FROM "Comments" AS c
        WHERE c."Mood" IS NOT NULL AND (c."Mood" <-> @query) + 0.0 <= 2.0
    ) AS c0 ON a0."Id" = c0."ArticleId"
) AS s ON a."Id" = s."AuthorId"
WHERE a."Country" = 'Italy'
ORDER BY a."Id", s."Id"

-- A_collection_within_a_distance
SELECT a."Id", a."Country", a."Name", a."Style", a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country"
FROM "Authors" AS a
LEFT JOIN (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
    FROM "Articles" AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <= 0.69999999999999996
) AS a1 ON a."Id" = a1."AuthorId"
ORDER BY a."Id", a1."Id"

-- A_filtered_collection
SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country", c0."Id", c0."ArticleId", c0."Mood", c0."Stars", c0."Text"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", (a0."Embedding" <=> @query) + 0.0 AS c
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
LEFT JOIN (
    SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
    FROM "Comments" AS c
    WHERE c."Stars" > 2
) AS c0 ON a1."Id" = c0."ArticleId"
ORDER BY a1.c, a1."Id", c0."Id" DESC

-- A_reference_after
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

-- A_reference_before
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

-- By_name
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

-- Many_to_many
SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country", s."ArticlesId", s."TagsId", s."Id", s."Name"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", (a0."Embedding" <=> @query) + 0.0 AS c
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
LEFT JOIN (
    SELECT a1."ArticlesId", a1."TagsId", t."Id", t."Name"
    FROM "ArticleTag" AS a1
    INNER JOIN "Tags" AS t ON a1."TagsId" = t."Id"
) AS s ON a2."Id" = s."ArticlesId"
ORDER BY a2.c, a2."Id", s."Id", s."ArticlesId"

-- Many_to_many_in_a_split_query
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

SELECT s."ArticlesId", s."TagsId", s."Id", s."Name", a2."Id"
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
    SELECT a1."ArticlesId", a1."TagsId", t."Id", t."Name"
    FROM "ArticleTag" AS a1
    INNER JOIN "Tags" AS t ON a1."TagsId" = t."Id"
) AS s ON a2."Id" = s."ArticlesId"
ORDER BY a2.c, a2."Id", s."Id"

-- Several
SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country", a1."Id", a1."Country", a1."Name", a1."Style", c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
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
LEFT JOIN "Comments" AS c ON a2."Id" = c."ArticleId"
ORDER BY a2.c, a2."Id", a1."Id", c."Id"

-- The_nearest_of_a_collection
SELECT a."Id", a."Country", a."Name", a."Style", a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country"
FROM "Authors" AS a
LEFT JOIN (
    SELECT a1."Id", a1."AuthorId", a1."Category", a1."Embedding", a1."Published", a1."Rating", a1."Subtitle", a1."Title", a1."Format_Language", a1."Format_Words", a1."Origin_City", a1."Origin_Country", a1.c
    FROM (
        SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", ROW_NUMBER() OVER(PARTITION BY a0."AuthorId" ORDER BY (a0."Embedding" <=> @query) + 0.0) AS row, (a0."Embedding" <=> @query) + 0.0 AS c
        FROM "Articles" AS a0
    ) AS a1
    WHERE a1.row <= 2
) AS a2 ON a."Id" = a2."AuthorId"
ORDER BY a."Id", a2."AuthorId", a2.c

-- ThenInclude
SELECT a2."Id", a2."AuthorId", a2."Category", a2."Embedding", a2."Published", a2."Rating", a2."Subtitle", a2."Title", a2."Format_Language", a2."Format_Words", a2."Origin_City", a2."Origin_Country", a1."Id", a1."Country", a1."Name", a1."Style", a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words", a3."Origin_City", a3."Origin_Country"
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
LEFT JOIN "Articles" AS a3 ON a1."Id" = a3."AuthorId"
ORDER BY a2.c, a2."Id", a1."Id", a3."Id"

-- ThenInclude_in_a_split_query
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
ORDER BY a2.c, a2."Id", a1."Id"

SELECT a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words", a3."Origin_City", a3."Origin_Country", a2."Id", a1."Id"
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
INNER JOIN "Articles" AS a3 ON a1."Id" = a3."AuthorId"
ORDER BY a2.c, a2."Id", a1."Id", a3."Id"

-- ThenInclude_of_a_collection_in_a_collection
SELECT a4."Id", a4."AuthorId", a4."Category", a4."Embedding", a4."Published", a4."Rating", a4."Subtitle", a4."Title", a4."Format_Language", a4."Format_Words", a4."Origin_City", a4."Origin_Country", s0."ArticlesId", s0."TagsId", s0."Id", s0."Name", s0."ArticlesId0", s0."TagsId0", s0."Id0", s0."AuthorId", s0."Category", s0."Embedding", s0."Published", s0."Rating", s0."Subtitle", s0."Title", s0."Format_Language", s0."Format_Words", s0."Origin_City", s0."Origin_Country"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", (a0."Embedding" <=> @query) + 0.0 AS c
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
) AS a4
LEFT JOIN (
    SELECT a1."ArticlesId", a1."TagsId", t."Id", t."Name", s."ArticlesId" AS "ArticlesId0", s."TagsId" AS "TagsId0", s."Id" AS "Id0", s."AuthorId", s."Category", s."Embedding", s."Published", s."Rating", s."Subtitle", s."Title", s."Format_Language", s."Format_Words", s."Origin_City", s."Origin_Country"
    FROM "ArticleTag" AS a1
    INNER JOIN "Tags" AS t ON a1."TagsId" = t."Id"
    LEFT JOIN (
        SELECT a2."ArticlesId", a2."TagsId", a3."Id", a3."AuthorId", a3."Category", a3."Embedding", a3."Published", a3."Rating", a3."Subtitle", a3."Title", a3."Format_Language", a3."Format_Words", a3."Origin_City", a3."Origin_Country"
        FROM "ArticleTag" AS a2
        INNER JOIN "Articles" AS a3 ON a2."ArticlesId" = a3."Id"
    ) AS s ON t."Id" = s."TagsId"
) AS s0 ON a4."Id" = s0."ArticlesId"
ORDER BY a4.c, a4."Id", s0."Id", s0."ArticlesId", s0."TagsId", s0."Id0", s0."ArticlesId0"
