-- A_column_that_is_renamed_takes_its_index_along
ALTER TABLE "MigrationTests"."Notes" RENAME COLUMN "Vector" TO "Embedding";


ALTER INDEX "MigrationTests"."IX_Notes_Vector" RENAME TO "IX_Notes_Embedding";

-- A_complex_part_gets_an_index_while_its_table_gets_another_name
ALTER TABLE "MigrationTests"."Stamps" DROP CONSTRAINT "PK_Stamps";


ALTER TABLE "MigrationTests"."Stamps" RENAME TO "Seals";


CREATE INDEX "IX_Seals_Picture_Vector" ON "MigrationTests"."Seals" USING hnsw ("Picture_Vector" halfvec_l2_ops);


ALTER TABLE "MigrationTests"."Seals" ADD CONSTRAINT "PK_Seals" PRIMARY KEY ("Id");

-- A_complex_part_gets_an_index_while_its_table_gets_another_name_by_another_metric
DROP INDEX "MigrationTests"."IX_Seals_Picture_Vector";


CREATE INDEX "IX_Seals_Picture_Vector" ON "MigrationTests"."Seals" USING hnsw ("Picture_Vector" halfvec_cosine_ops);

-- A_complex_part_gets_an_index_while_its_table_gets_another_name_with_the_part
ALTER TABLE "MigrationTests"."Stamps" DROP CONSTRAINT "PK_Stamps";


ALTER TABLE "MigrationTests"."Stamps" RENAME TO "Seals";


DO $omendb$BEGIN
IF EXISTS (SELECT 1 FROM "MigrationTests"."Seals") THEN
    RAISE EXCEPTION USING MESSAGE = 'Seals.Picture_Vector is required, and Seals has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration.';
END IF;
END$omendb$;


ALTER TABLE "MigrationTests"."Seals" ADD "Picture_Vector" halfvec(4) NOT NULL;


CREATE INDEX "IX_Seals_Picture_Vector" ON "MigrationTests"."Seals" USING hnsw ("Picture_Vector" halfvec_l2_ops);


ALTER TABLE "MigrationTests"."Seals" ADD CONSTRAINT "PK_Seals" PRIMARY KEY ("Id");

-- A_dimension_may_change_while_there_are_no_vectors
DO $omendb$BEGIN
IF EXISTS (SELECT 1 FROM "MigrationTests"."Notes" WHERE vector_dims("Vector") <> 8) THEN
    RAISE EXCEPTION USING MESSAGE = 'Notes.Vector holds vectors of 4 elements, and the model now says 8. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors, or set them to NULL, before this migration.';
END IF;
END$omendb$;


ALTER TABLE "MigrationTests"."Notes" ALTER COLUMN "Vector" TYPE vector(8);

-- A_dimension_that_changes_is_refused_while_there_are_vectors
DO $omendb$BEGIN
IF EXISTS (SELECT 1 FROM "MigrationTests"."Notes" WHERE vector_dims("Vector") <> 8) THEN
    RAISE EXCEPTION USING MESSAGE = 'Notes.Vector holds vectors of 4 elements, and the model now says 8. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors, or set them to NULL, before this migration.';
END IF;
END$omendb$;


ALTER TABLE "MigrationTests"."Notes" ALTER COLUMN "Vector" TYPE vector(8);

-- A_key_column_that_is_renamed_keeps_the_index
ALTER TABLE "MigrationTests"."Notes" RENAME COLUMN "Id" TO "Number";

-- A_metric_that_changes_is_searched_by_the_new_one
DROP INDEX "MigrationTests"."IX_Notes_Vector";


CREATE INDEX "IX_Notes_Vector" ON "MigrationTests"."Notes" USING hnsw ("Vector" vector_l2_ops);

-- A_required_column_of_bytes_that_is_no_vector_is_added_to_rows
ALTER TABLE "MigrationTests"."Notes" ADD "Picture" bytea NOT NULL DEFAULT BYTEA E'\\x';

-- A_required_vector_is_added_to_a_table_without_rows
DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'MigrationTests') THEN
        CREATE SCHEMA "MigrationTests";
    END IF;
END $EF$;


CREATE EXTENSION IF NOT EXISTS vector;


DO $omendb$BEGIN
IF EXISTS (SELECT 1 FROM "MigrationTests"."Notes") THEN
    RAISE EXCEPTION USING MESSAGE = 'Notes.Vector is required, and Notes has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration.';
END IF;
END$omendb$;


ALTER TABLE "MigrationTests"."Notes" ADD "Vector" vector(4) NOT NULL;


CREATE INDEX "IX_Notes_Vector" ON "MigrationTests"."Notes" USING hnsw ("Vector" vector_cosine_ops);

-- A_required_vector_is_refused_where_rows_would_have_none
DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'MigrationTests') THEN
        CREATE SCHEMA "MigrationTests";
    END IF;
END $EF$;


CREATE EXTENSION IF NOT EXISTS vector;


DO $omendb$BEGIN
IF EXISTS (SELECT 1 FROM "MigrationTests"."Notes") THEN
    RAISE EXCEPTION USING MESSAGE = 'Notes.Vector is required, and Notes has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration.';
END IF;
END$omendb$;


ALTER TABLE "MigrationTests"."Notes" ADD "Vector" vector(4) NOT NULL;


CREATE INDEX "IX_Notes_Vector" ON "MigrationTests"."Notes" USING hnsw ("Vector" vector_cosine_ops);

-- A_required_vector_with_a_default_is_added_to_rows
DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM pg_namespace WHERE nspname = 'MigrationTests') THEN
        CREATE SCHEMA "MigrationTests";
    END IF;
END $EF$;


CREATE EXTENSION IF NOT EXISTS vector;


ALTER TABLE "MigrationTests"."Notes" ADD "Vector" vector(4) NOT NULL DEFAULT '[1,2,3,4]'::vector;


CREATE INDEX "IX_Notes_Vector" ON "MigrationTests"."Notes" USING hnsw ("Vector" vector_cosine_ops);

-- A_table_is_looked_at_whatever_it_is_called
DO $_omendb$BEGIN
IF EXISTS (SELECT 1 FROM "MigrationTests"."it's ""$omendb$""" WHERE vector_dims("Vector") <> 8) THEN
    RAISE EXCEPTION USING MESSAGE = 'it''s "$omendb$".Vector holds vectors of 4 elements, and the model now says 8. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors, or set them to NULL, before this migration.';
END IF;
END$_omendb$;


ALTER TABLE "MigrationTests"."it's ""$omendb$""" ALTER COLUMN "Vector" TYPE vector(8);

-- A_table_that_is_renamed_takes_its_index_along
ALTER TABLE "MigrationTests"."Notes" DROP CONSTRAINT "PK_Notes";


ALTER TABLE "MigrationTests"."Notes" RENAME TO "Memos";


ALTER INDEX "MigrationTests"."IX_Notes_Vector" RENAME TO "IX_Memos_Vector";


ALTER TABLE "MigrationTests"."Memos" ADD CONSTRAINT "PK_Memos" PRIMARY KEY ("Id");

-- A_vector_becomes_required_once_no_row_is_without_one
DO $omendb$BEGIN
IF EXISTS (SELECT 1 FROM "MigrationTests"."Draft" WHERE "Vector" IS NULL) THEN
    RAISE EXCEPTION USING MESSAGE = 'Draft.Vector is required, and Draft has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration.';
END IF;
END$omendb$;


ALTER TABLE "MigrationTests"."Draft" ALTER COLUMN "Vector" SET NOT NULL;

-- An_index_added_to_a_populated_table_holds_what_is_there
CREATE INDEX "IX_Notes_Vector" ON "MigrationTests"."Notes" USING hnsw ("Vector" vector_cosine_ops);

-- An_index_added_to_a_table_with_missing_vectors_holds_the_others
CREATE INDEX "IX_Draft_Vector" ON "MigrationTests"."Draft" USING hnsw ("Vector" vector_cosine_ops);

-- An_index_that_is_dropped_leaves_the_vectors
DROP INDEX "MigrationTests"."IX_Notes_Vector";

-- Complex_parts_of_a_table_with_a_long_name_have_indexes_of_their_own_which_follow_their_columns_x
ALTER TABLE "MigrationTests".xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx RENAME COLUMN "Front_Vector" TO "Image";


ALTER INDEX "MigrationTests"."IX_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx~99598f3b" RENAME TO "IX_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx~58a45678";

-- Complex_parts_of_a_table_with_a_long_name_have_indexes_of_their_own_which_follow_their_columns_x_dropped
DROP INDEX "MigrationTests"."IX_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx~611a26e8";

-- Complex_parts_of_a_table_with_a_long_name_have_indexes_of_their_own_which_follow_their_columns_ü
ALTER TABLE "MigrationTests".üüüüüüüüüüüüüüüüüüüüüüüüüüüüüü RENAME COLUMN "Front_Vector" TO "Image";


ALTER INDEX "MigrationTests"."IX_üüüüüüüüüüüüüüüüüüüüüüüüü~b4f49081" RENAME TO "IX_üüüüüüüüüüüüüüüüüüüüüüüüü~1b5cb0f5";

-- Complex_parts_of_a_table_with_a_long_name_have_indexes_of_their_own_which_follow_their_columns_ü_dropped
DROP INDEX "MigrationTests"."IX_üüüüüüüüüüüüüüüüüüüüüüüüü~c149f557";

-- Seeds_of_a_snapshot_which_knows_bytes_only_are_inserted_as_vectors
INSERT INTO "MigrationTests"."Notes" ("Id", "Vector")
VALUES (1, '[-0.107301235,0.731537,0.9356675,0.37802267]'::vector);


SELECT setval(
    pg_get_serial_sequence('"MigrationTests"."Notes"', 'Id'),
    GREATEST(
        (SELECT MAX("Id") FROM "MigrationTests"."Notes") + 1,
        nextval(pg_get_serial_sequence('"MigrationTests"."Notes"', 'Id'))),
    false);

-- Seeds_with_vectors_are_inserted_changed_and_deleted
CREATE TABLE "MigrationTests"."Small" (
    "Id" integer GENERATED BY DEFAULT AS IDENTITY,
    "Vector" halfvec(2) NOT NULL,
    CONSTRAINT "PK_Small" PRIMARY KEY ("Id")
);


INSERT INTO "MigrationTests"."Notes" ("Id", "Vector")
VALUES (1, '[1,0,0,0]'::vector);
INSERT INTO "MigrationTests"."Notes" ("Id", "Vector")
VALUES (2, '[0,1,0,0]'::vector);


INSERT INTO "MigrationTests"."Small" ("Id", "Vector")
VALUES (1, '[0.5,1]'::halfvec);


SELECT setval(
    pg_get_serial_sequence('"MigrationTests"."Notes"', 'Id'),
    GREATEST(
        (SELECT MAX("Id") FROM "MigrationTests"."Notes") + 1,
        nextval(pg_get_serial_sequence('"MigrationTests"."Notes"', 'Id'))),
    false);
SELECT setval(
    pg_get_serial_sequence('"MigrationTests"."Small"', 'Id'),
    GREATEST(
        (SELECT MAX("Id") FROM "MigrationTests"."Small") + 1,
        nextval(pg_get_serial_sequence('"MigrationTests"."Small"', 'Id'))),
    false);

-- Seeds_with_vectors_are_inserted_changed_and_deleted_changed
UPDATE "MigrationTests"."Notes" SET "Vector" = '[-1,0,0,0]'::vector
WHERE "Id" = 1;

-- The_index_of_a_complex_part_follows_its_column_and_table
ALTER TABLE "MigrationTests"."Stamps" DROP CONSTRAINT "PK_Stamps";


ALTER TABLE "MigrationTests"."Stamps" RENAME TO "Seals";


ALTER TABLE "MigrationTests"."Seals" RENAME COLUMN "Picture_Vector" TO "Image";


ALTER INDEX "MigrationTests"."IX_Stamps_Picture_Vector" RENAME TO "IX_Seals_Image";


ALTER TABLE "MigrationTests"."Seals" ADD CONSTRAINT "PK_Seals" PRIMARY KEY ("Id");

-- The_index_of_a_complex_part_follows_its_column_and_table_dropped
DROP INDEX "MigrationTests"."IX_Seals_Image";
