-- A_column_that_is_renamed_takes_its_index_along
ALTER TABLE "MigrationTests"."Notes" RENAME COLUMN "Vector" TO "Embedding";


ALTER INDEX "MigrationTests"."IX_Notes_Vector" RENAME TO "IX_Notes_Embedding";

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

-- A_table_that_is_renamed_takes_its_index_along
ALTER TABLE "MigrationTests"."Notes" DROP CONSTRAINT "PK_Notes";


ALTER TABLE "MigrationTests"."Notes" RENAME TO "Memos";


ALTER INDEX "MigrationTests"."IX_Notes_Vector" RENAME TO "IX_Memos_Vector";


ALTER TABLE "MigrationTests"."Memos" ADD CONSTRAINT "PK_Memos" PRIMARY KEY ("Id");

-- An_index_added_to_a_populated_table_holds_what_is_there
CREATE INDEX "IX_Notes_Vector" ON "MigrationTests"."Notes" USING hnsw ("Vector" vector_cosine_ops);

-- An_index_added_to_a_table_with_missing_vectors_holds_the_others
CREATE INDEX "IX_Draft_Vector" ON "MigrationTests"."Draft" USING hnsw ("Vector" vector_cosine_ops);

-- An_index_that_is_dropped_leaves_the_vectors
DROP INDEX "MigrationTests"."IX_Notes_Vector";

-- The_index_of_a_complex_part_follows_its_column_and_table
ALTER TABLE "MigrationTests"."Stamps" DROP CONSTRAINT "PK_Stamps";


ALTER TABLE "MigrationTests"."Stamps" RENAME TO "Seals";


ALTER TABLE "MigrationTests"."Seals" RENAME COLUMN "Picture_Vector" TO "Image";


ALTER INDEX "MigrationTests"."IX_Stamps_Picture_Vector" RENAME TO "IX_Seals_Image";


ALTER TABLE "MigrationTests"."Seals" ADD CONSTRAINT "PK_Seals" PRIMARY KEY ("Id");

-- The_index_of_a_complex_part_follows_its_column_and_table_dropped
DROP INDEX "MigrationTests"."IX_Seals_Image";
