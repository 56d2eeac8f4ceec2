-- A_column_of_an_outer_row
SELECT (
    SELECT min((a0."Embedding" <#> a."Style"::vector) + 0.0)
    FROM "Articles" AS a0)
FROM "Authors" AS a
ORDER BY a."Id"

-- A_constant
SELECT (a."Style" <-> '[1,0,0,0,0,0,0,0]'::vector) + 0.0
FROM "Authors" AS a
ORDER BY a."Id"

-- An_array
SELECT a."Id", a."Country", a."Name", a."Style"
FROM "Authors" AS a
ORDER BY (a."Style" <-> @query) + 0.0

-- Average
SELECT avg((a."Embedding" <=> a."Embedding") + 0.0)
FROM "Articles" AS a

-- Cosine_in_Select
SELECT (a."Embedding" <=> @query) + 0.0
FROM "Articles" AS a
ORDER BY a."Id"

-- Euclidean_in_Select
SELECT (a."Embedding" <-> @query) + 0.0
FROM "Articles" AS a
ORDER BY a."Id"

-- In_Where_and_OrderBy
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
FROM "Articles" AS a
WHERE (a."Embedding" <=> @query) + 0.0 < 0.5
ORDER BY (a."Embedding" <=> @query) + 0.0

-- Inner_product_in_Select
SELECT (a."Embedding" <#> @query) + 0.0
FROM "Articles" AS a
ORDER BY a."Id"

-- Rows_whose_distance_is_null
SELECT c."Id", (c."Mood" <=> @query) + 0.0 AS "Distance"
FROM "Comments" AS c
WHERE (c."Mood" <=> @query) IS NULL
ORDER BY c."Id"

-- The_distance_to_nothing_is_null
SELECT (c."Mood" <=> a0."Style") + 0.0
FROM "Comments" AS c
INNER JOIN "Articles" AS a ON c."ArticleId" = a."Id"
LEFT JOIN "Authors" AS a0 ON a."AuthorId" = a0."Id"
ORDER BY c."Id"

-- The_farthest_rows
SELECT a."Id"
FROM "Articles" AS a
ORDER BY (a."Embedding" <=> @query) + 0.0 DESC
LIMIT @p

-- The_parameter_first
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
FROM "Articles" AS a
WHERE (@query <=> a."Embedding") + 0.0 < 0.5
ORDER BY a."Id"

-- Two_columns
SELECT (c."Mood" <=> a0."Style") + 0.0
FROM "Comments" AS c
INNER JOIN "Articles" AS a ON c."ArticleId" = a."Id"
LEFT JOIN "Authors" AS a0 ON a."AuthorId" = a0."Id"
WHERE c."Mood" IS NOT NULL AND a0."Id" IS NOT NULL
ORDER BY c."Id"

-- Two_parameters
SELECT (@query <=> @other) + 0.0
FROM "Authors" AS a
ORDER BY a."Id"

-- Vectors_of_16_bits
SELECT c."Id", c."Array", c."Memory"
FROM "Compacts" AS c
ORDER BY (c."Array" <=> @query) + 0.0

-- WithinDistance
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
FROM "Articles" AS a
WHERE (a."Embedding" <=> @query) + 0.0 <= @maxDistance

-- WithinDistance_behind_a_filter
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
FROM "Articles" AS a
WHERE a."Category" = 0 AND (a."Embedding" <=> @query) + 0.0 <= @maxDistance

-- WithinDistance_by_inner_product
SELECT p."Id", p."Colors", p."Content", p."Draft", p."Place"
FROM "Photos" AS p
WHERE p."Content" IS NOT NULL AND (p."Content" <#> @query) + 0.0 <= @maxDistance

-- WithinDistance_of_a_vector_that_may_be_missing
SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM "Comments" AS c
WHERE c."Mood" IS NOT NULL AND (c."Mood" <-> @query) + 0.0 <= @maxDistance

-- WithinDistance_of_an_outer_row
SELECT a."Name", (
    SELECT count(*)::int
    FROM "Articles" AS a0
    WHERE vector_norm(a."Style") > 0.0 AND (a0."Embedding" <=> a."Style") + 0.0 <= 0.40000000000000002) AS "Near"
FROM "Authors" AS a
ORDER BY a."Id"

-- WithinDistance_of_everything
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
FROM "Articles" AS a
WHERE (a."Embedding" <=> @query) + 0.0 <= @maxDistance

-- WithinDistance_then_Count
SELECT count(*)::int
FROM "Articles" AS a
WHERE (a."Embedding" <=> @query) + 0.0 <= @maxDistance

-- WithinDistance_then_Include
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country", a0."Id", a0."Country", a0."Name", a0."Style"
FROM "Articles" AS a
LEFT JOIN "Authors" AS a0 ON a."AuthorId" = a0."Id"
WHERE (a."Embedding" <=> @query) + 0.0 <= @maxDistance

-- WithinDistance_then_NearestTo
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (a."Embedding" <=> @query) + 0.0 <= @maxDistance AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query2
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Embedding" <=> @query2) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query2) + 0.0, a0."Id"
LIMIT @k

-- WithinDistance_then_Where_and_OrderBy
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
FROM "Articles" AS a
WHERE (a."Embedding" <=> @query) + 0.0 <= @maxDistance AND a."Rating" > 1.0
ORDER BY a."Id"

-- WithinDistance_without_an_index
SELECT a."Id", a."Country", a."Name", a."Style"
FROM "Authors" AS a
WHERE (a."Style" <=> @query) + 0.0 <= @maxDistance
