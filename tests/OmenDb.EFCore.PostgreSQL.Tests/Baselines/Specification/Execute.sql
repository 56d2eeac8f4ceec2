-- ExecuteDelete
DELETE FROM "Comments" AS c
WHERE c."Id" IN (
    SELECT c0."Id"
    FROM (
        SELECT c1."Id", c1."Mood"
        FROM "Comments" AS c1
        WHERE c1."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY c1."Mood" <-> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Comments"') THEN 50 ELSE 0 END
    ) AS c0
    ORDER BY (c0."Mood" <-> @query) + 0.0, c0."Id"
    LIMIT @k
)

-- ExecuteDelete_of_WithinDistance_behind_a_query_filter_over_a_navigation
DELETE FROM "Replies" AS r
USING "Authors" AS a
WHERE r."AuthorId" = a."Id" AND a."Country" = 'Norway' AND (r."Vector" <=> @query) + 0.0 <= @maxDistance

-- ExecuteUpdate
UPDATE "Articles" AS a1
SET "Title" = @p
FROM (
    SELECT a0."Id"
    FROM (
        SELECT a."Id", a."Embedding"
        FROM "Articles" AS a
        WHERE a."Rating" > 2.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + 50
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a2
WHERE a1."Id" = a2."Id"

-- ExecuteUpdate_of_WithinDistance
UPDATE "Articles" AS a
SET "Title" = @p
WHERE (a."Embedding" <=> @query) + 0.0 <= @maxDistance

-- ExecuteUpdate_of_WithinDistance_behind_a_query_filter
UPDATE "Notes" AS n
SET "Tenant" = @p
WHERE NOT (n."IsDeleted") AND n."Tenant" = 1 AND (n."Vector" <=> @query) + 0.0 <= @maxDistance

-- ExecuteUpdate_of_WithinDistance_behind_a_query_filter_over_a_navigation
UPDATE "Replies" AS r
SET "Text" = @p
FROM "Authors" AS a
WHERE r."AuthorId" = a."Id" AND a."Country" = 'Norway' AND (r."Vector" <=> @query) + 0.0 <= @maxDistance

-- ExecuteUpdate_of_WithinDistance_between_conditions
UPDATE "Comments" AS c
SET "Stars" = c."Stars" + 10
FROM "Articles" AS a
WHERE c."ArticleId" = a."Id" AND c."Stars" > 2 AND c."Mood" IS NOT NULL AND (c."Mood" <-> @query) + 0.0 <= @maxDistance AND a."Rating" > 1.0

-- ExecuteUpdate_of_WithinDistance_in_a_join
UPDATE "Articles" AS a2
SET "Title" = @p
FROM (
    SELECT a1."Id"
    FROM "Authors" AS a
    INNER JOIN (
        SELECT a0."Id", a0."AuthorId"
        FROM "Articles" AS a0
        WHERE (a0."Embedding" <=> @query) + 0.0 <= @maxDistance
    ) AS a1 ON a."Id" = a1."AuthorId"
    WHERE a."Country" = 'Italy'
) AS s
WHERE a2."Id" = s."Id"

-- ExecuteUpdate_of_WithinDistance_with_a_composite_key
UPDATE "Cells" AS c
SET "Vector" = @p
WHERE (c."Vector" <=> @query) + 0.0 <= @maxDistance

-- ExecuteUpdate_of_a_part_of_WithinDistance
UPDATE "Articles" AS a
SET "Origin_City" = @p
WHERE (a."Embedding" <=> @query) + 0.0 <= @maxDistance

-- ExecuteUpdate_of_a_vector_by_the_distance_of_one_of_another_length
UPDATE "Photos" AS p
SET "Draft" = CASE
    WHEN (p."Colors" <-> @small) + 0.0 <= 0.80000000000000004 THEN @other
    ELSE p."Draft"
END

-- ExecuteUpdate_of_a_vector_to_what_a_search_by_one_of_another_length_finds
UPDATE "Photos" AS p
SET "Colors" = (
    SELECT p1."Colors"
    FROM (
        SELECT p0."Id", p0."Colors", p0."Content"
        FROM "Photos" AS p0
        WHERE p0."Content" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY p0."Content" <#> @query
        LIMIT 1::bigint + CASE WHEN row_security_active('"Photos"') THEN 50 ELSE 0 END
    ) AS p1
    ORDER BY (p1."Content" <#> @query) + 0.0, p1."Id"
    LIMIT 1)

-- ExecuteUpdate_of_each_that_others_are_nearest_to
UPDATE "Authors" AS a3
SET "Name" = @p
FROM (
    SELECT a."Id"
    FROM "Authors" AS a
    JOIN LATERAL (
        SELECT (a1."Embedding" <=> a."Style") + 0.0 AS c
        FROM (
            SELECT a0."Id", a0."Embedding"
            FROM "Articles" AS a0
            WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a0."Embedding" <=> a."Style"
            LIMIT 2::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a1
        WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
        ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
        LIMIT 2
    ) AS a2 ON TRUE
    WHERE a2.c < 0.20000000000000001
) AS s
WHERE a3."Id" = s."Id"

-- ExecuteUpdate_of_the_nearest_of_each
UPDATE "Articles" AS a3
SET "Title" = @p
FROM (
    SELECT a2."Id"
    FROM "Authors" AS a
    JOIN LATERAL (
        SELECT a1."Id"
        FROM (
            SELECT a0."Id", a0."Embedding"
            FROM "Articles" AS a0
            WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a0."Embedding" <=> a."Style"
            LIMIT 2::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a1
        WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
        ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
        LIMIT 2
    ) AS a2 ON TRUE
) AS s
WHERE a3."Id" = s."Id"

-- ExecuteUpdate_of_the_vector
UPDATE "Articles" AS a1
SET "Embedding" = @p
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
) AS a2
WHERE a1."Id" = a2."Id"

-- ExecuteUpdate_of_the_vector_in_a_join
UPDATE "Comments" AS c
SET "Mood" = @p
FROM "Vehicles" AS v
WHERE v."Id" = c."Id"

-- ExecuteUpdate_of_what_refers_to_WithinDistance
UPDATE "Comments" AS c
SET "Text" = @p
WHERE EXISTS (
    SELECT 1
    FROM "Articles" AS a
    WHERE (a."Embedding" <=> '[-0.107301235,0.731537,0.9356675,0.37802267,0.8062428,-0.8504647,-0.47271973,-0.7821325]'::vector) + 0.0 <= 0.59999999999999998 AND a."Id" = c."ArticleId")
