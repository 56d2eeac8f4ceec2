-- A_column_that_is_added_changes_nothing
ALTER TABLE "Notes" ADD "Extra" TEXT NULL;


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_column_that_is_renamed_takes_its_index_along
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

ALTER TABLE "Notes_Vector_Ledger" RENAME TO "Notes_Embedding_Ledger";


ALTER TABLE "Notes" RENAME COLUMN "Vector" TO "Embedding";


DROP INDEX "IX_Notes_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Notes_Embedding_Ledger_Id" ON "Notes_Embedding_Ledger" ("Id");


CREATE TABLE "ef_temp_Notes_Embedding_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Embedding_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Notes_Embedding_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Notes_Embedding_Ledger";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes_Embedding_Ledger";


ALTER TABLE "ef_temp_Notes_Embedding_Ledger" RENAME TO "Notes_Embedding_Ledger";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Notes_Embedding_Ledger_Id" ON "Notes_Embedding_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Embedding', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Embedding_Ledger_insert";

CREATE TRIGGER "Notes_Embedding_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Embedding_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Embedding') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Embedding" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Embedding_Ledger_update";

CREATE TRIGGER "Notes_Embedding_Ledger_update" AFTER UPDATE OF "Embedding" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Embedding" IS NOT NEW."Embedding" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Embedding_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Embedding_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Embedding') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Embedding" IS NOT NULL; INSERT INTO "Notes_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Embedding') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Embedding" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Embedding_Ledger_delete";

CREATE TRIGGER "Notes_Embedding_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Embedding_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Embedding') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Embedding" IS NOT NULL; END;

INSERT INTO "Notes_Embedding_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Embedding" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Embedding_Ledger" AS l WHERE t."Id" = l."Id");

-- A_column_that_takes_the_name_of_one_that_was_dropped_is_searched_by_its_own_vectors_dropped
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

DROP TABLE "Notes_Vector_Ledger";


CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Better" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Better")
SELECT "Id", "Better"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Better', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Better_Ledger_insert";

CREATE TRIGGER "Notes_Better_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Better_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Better_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Better_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Better_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Better') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Better" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Better_Ledger_update";

CREATE TRIGGER "Notes_Better_Ledger_update" AFTER UPDATE OF "Better" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Better" IS NOT NEW."Better" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Better_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Better_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Better_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Better_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Better_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Better') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Better" IS NOT NULL; INSERT INTO "Notes_Better_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Better_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Better_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Better') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Better" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Better_Ledger_delete";

CREATE TRIGGER "Notes_Better_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Better_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Better_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Better_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Better_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Better') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Better" IS NOT NULL; END;

INSERT INTO "Notes_Better_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Better" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Better_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- A_column_that_takes_the_name_of_one_that_was_dropped_is_searched_by_its_own_vectors_renamed
DROP TRIGGER IF EXISTS "Notes_Better_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Better_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Better_Ledger_delete";

ALTER TABLE "Notes_Better_Ledger" RENAME TO "Notes_Vector_Ledger";


ALTER TABLE "Notes" RENAME COLUMN "Better" TO "Vector";


DROP INDEX "IX_Notes_Better_Ledger_Id";


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE "ef_temp_Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Notes_Vector_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Notes_Vector_Ledger";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes_Vector_Ledger";


ALTER TABLE "ef_temp_Notes_Vector_Ledger" RENAME TO "Notes_Vector_Ledger";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_column_whose_name_changes_in_case_alone_takes_its_index_along
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

ALTER TABLE "Notes_Vector_Ledger" RENAME TO "ef_temp_Notes_vector_Ledger";


ALTER TABLE "ef_temp_Notes_vector_Ledger" RENAME TO "Notes_vector_Ledger";


DROP INDEX "IX_Notes_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Notes_vector_Ledger_Id" ON "Notes_vector_Ledger" ("Id");


ALTER TABLE "Notes" RENAME COLUMN "Vector" TO "vector";


CREATE TABLE "ef_temp_Notes_vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Notes_vector_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Notes_vector_Ledger";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes_vector_Ledger";


ALTER TABLE "ef_temp_Notes_vector_Ledger" RENAME TO "Notes_vector_Ledger";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Notes_vector_Ledger_Id" ON "Notes_vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_vector_Ledger_insert";

CREATE TRIGGER "Notes_vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_vector_Ledger_update";

CREATE TRIGGER "Notes_vector_Ledger_update" AFTER UPDATE OF "vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."vector" IS NOT NEW."vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."vector" IS NOT NULL; INSERT INTO "Notes_vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_vector_Ledger_delete";

CREATE TRIGGER "Notes_vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."vector" IS NOT NULL; END;

INSERT INTO "Notes_vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_dimension_may_change_together_with_a_name_while_there_are_no_vectors_column
DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_delete";

ALTER TABLE "Plain_Vector_Ledger" RENAME TO "Plain_Embedding_Ledger";


ALTER TABLE "Plain" RENAME COLUMN "Vector" TO "Embedding";


DROP INDEX "IX_Plain_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Plain_Embedding_Ledger_Id" ON "Plain_Embedding_Ledger" ("Id");


CREATE TABLE "ef_temp_Plain_Embedding_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Plain_Embedding_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Plain_Embedding_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Plain_Embedding_Ledger";


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Plain.Embedding holds vectors of 4 elements, and the model now says 8. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Plain" WHERE length("Embedding") <> 32;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Plain" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Plain" PRIMARY KEY AUTOINCREMENT,
    "Embedding" BLOB NULL
);


INSERT INTO "ef_temp_Plain" ("Id", "Embedding")
SELECT "Id", "Embedding"
FROM "Plain";


PRAGMA foreign_keys = 0;


DROP TABLE "Plain_Embedding_Ledger";


ALTER TABLE "ef_temp_Plain_Embedding_Ledger" RENAME TO "Plain_Embedding_Ledger";


DROP TABLE "Plain";


ALTER TABLE "ef_temp_Plain" RENAME TO "Plain";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Plain_Embedding_Ledger_Id" ON "Plain_Embedding_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Plain.Embedding', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Plain_Embedding_Ledger_insert";

CREATE TRIGGER "Plain_Embedding_Ledger_insert" AFTER INSERT ON "Plain" BEGIN DELETE FROM "Plain_Embedding_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Plain_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Embedding') END, t."Id" FROM "Plain" AS t WHERE t."Id" = NEW."Id" AND t."Embedding" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Plain_Embedding_Ledger_update";

CREATE TRIGGER "Plain_Embedding_Ledger_update" AFTER UPDATE OF "Embedding" /* float32[8] Cosine */, "Id" ON "Plain" WHEN OLD."Embedding" IS NOT NEW."Embedding" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Plain_Embedding_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Plain_Embedding_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Plain_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Embedding') END, t."Id" FROM "Plain" AS t WHERE t."Id" = NEW."Id" AND t."Embedding" IS NOT NULL; INSERT INTO "Plain_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Embedding') END, t."Id" FROM "Plain" AS t WHERE t."Id" = OLD."Id" AND t."Embedding" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Plain_Embedding_Ledger_delete";

CREATE TRIGGER "Plain_Embedding_Ledger_delete" AFTER DELETE ON "Plain" BEGIN DELETE FROM "Plain_Embedding_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Plain_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Embedding') END, t."Id" FROM "Plain" AS t WHERE t."Id" = OLD."Id" AND t."Embedding" IS NOT NULL; END;

INSERT INTO "Plain_Embedding_Ledger" ("Id") SELECT t."Id" FROM "Plain" AS t WHERE t."Embedding" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Plain_Embedding_Ledger" AS l WHERE t."Id" = l."Id");

-- A_dimension_may_change_together_with_a_name_while_there_are_no_vectors_table
DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_delete";

ALTER TABLE "Plain_Vector_Ledger" RENAME TO "Simple_Vector_Ledger";


ALTER TABLE "Plain" RENAME TO "Simple";


DROP INDEX "IX_Plain_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Simple_Vector_Ledger_Id" ON "Simple_Vector_Ledger" ("Id");


CREATE TABLE "ef_temp_Simple_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Simple_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Simple_Vector_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Simple_Vector_Ledger";


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Simple.Vector holds vectors of 4 elements, and the model now says 8. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Simple" WHERE length("Vector") <> 32;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Simple" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Simple" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NULL
);


INSERT INTO "ef_temp_Simple" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Simple";


PRAGMA foreign_keys = 0;


DROP TABLE "Simple_Vector_Ledger";


ALTER TABLE "ef_temp_Simple_Vector_Ledger" RENAME TO "Simple_Vector_Ledger";


DROP TABLE "Simple";


ALTER TABLE "ef_temp_Simple" RENAME TO "Simple";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Simple_Vector_Ledger_Id" ON "Simple_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Simple.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Simple_Vector_Ledger_insert";

CREATE TRIGGER "Simple_Vector_Ledger_insert" AFTER INSERT ON "Simple" BEGIN DELETE FROM "Simple_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Simple_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Simple_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Simple_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Simple.Vector') END, t."Id" FROM "Simple" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Simple_Vector_Ledger_update";

CREATE TRIGGER "Simple_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[8] Cosine */, "Id" ON "Simple" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Simple_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Simple_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Simple_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Simple_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Simple_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Simple.Vector') END, t."Id" FROM "Simple" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Simple_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Simple_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Simple_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Simple.Vector') END, t."Id" FROM "Simple" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Simple_Vector_Ledger_delete";

CREATE TRIGGER "Simple_Vector_Ledger_delete" AFTER DELETE ON "Simple" BEGIN DELETE FROM "Simple_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Simple_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Simple_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Simple_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Simple.Vector') END, t."Id" FROM "Simple" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Simple_Vector_Ledger" ("Id") SELECT t."Id" FROM "Simple" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Simple_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_dimension_may_change_while_there_are_no_vectors
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Notes.Vector holds vectors of 4 elements, and the model now says 8. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Notes" WHERE length("Vector") <> 32;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[8] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- A_dimension_of_halves_may_change_where_the_vectors_are_as_long_already
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds vectors of 6 elements, and the model now says 4. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE length("Look") <> 8;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


PRAGMA foreign_keys = 1;

-- A_dimension_that_changes_is_refused_while_there_are_vectors
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Notes.Vector holds vectors of 4 elements, and the model now says 8. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Notes" WHERE length("Vector") <> 32;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[8] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- A_file_that_is_not_the_librarys_stays
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

DROP TABLE "Notes_Vector_Ledger";

-- A_key_column_that_is_renamed_keeps_the_index
ALTER TABLE "Notes_Vector_Ledger" RENAME COLUMN "Id" TO "Number";


DROP INDEX "IX_Notes_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Number" ON "Notes_Vector_Ledger" ("Number");


ALTER TABLE "Notes" RENAME COLUMN "Id" TO "Number";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Number" = NEW."Number"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Number") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Number" FROM "Notes" AS t WHERE t."Number" = NEW."Number" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Number" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Number" IS NOT NEW."Number" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Number" = OLD."Number"; DELETE FROM "Notes_Vector_Ledger" WHERE "Number" = NEW."Number"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Number") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Number" FROM "Notes" AS t WHERE t."Number" = NEW."Number" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Number") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Number" FROM "Notes" AS t WHERE t."Number" = OLD."Number" AND t."Vector" IS NOT NULL AND (OLD."Number" IS NOT NEW."Number"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Number" = OLD."Number"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Number") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Number" FROM "Notes" AS t WHERE t."Number" = OLD."Number" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Number") SELECT t."Number" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Number" = l."Number");

-- A_key_that_gets_another_column_keeps_the_index
DROP TRIGGER IF EXISTS "Cell_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Cell_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Cell_Vector_Ledger_delete";

DROP INDEX "IX_Cell_Vector_Ledger_Row_Column";


ALTER TABLE "Cell_Vector_Ledger" ADD "Sheet" TEXT NOT NULL DEFAULT '';


CREATE UNIQUE INDEX "IX_Cell_Vector_Ledger_Sheet_Row_Column" ON "Cell_Vector_Ledger" ("Sheet", "Row", "Column");


CREATE TABLE "ef_temp_Cell" (
    "Sheet" TEXT NOT NULL,
    "Row" INTEGER NOT NULL,
    "Column" INTEGER NOT NULL,
    "Vector" BLOB NOT NULL,
    CONSTRAINT "PK_Cell" PRIMARY KEY ("Sheet", "Row", "Column")
);


INSERT INTO "ef_temp_Cell" ("Sheet", "Row", "Column", "Vector")
SELECT "Sheet", "Row", "Column", "Vector"
FROM "Cell";


PRAGMA foreign_keys = 0;


DROP TABLE "Cell";


ALTER TABLE "ef_temp_Cell" RENAME TO "Cell";


PRAGMA foreign_keys = 1;


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Cell.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Cell_Vector_Ledger_insert";

CREATE TRIGGER "Cell_Vector_Ledger_insert" AFTER INSERT ON "Cell" BEGIN DELETE FROM "Cell_Vector_Ledger" WHERE "Sheet" = NEW."Sheet" AND "Row" = NEW."Row" AND "Column" = NEW."Column"; INSERT INTO "Cell_Vector_Ledger" ("Label", "Sheet", "Row", "Column") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Cell_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Cell_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Cell.Vector') END, t."Sheet", t."Row", t."Column" FROM "Cell" AS t WHERE t."Sheet" = NEW."Sheet" AND t."Row" = NEW."Row" AND t."Column" = NEW."Column" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Cell_Vector_Ledger_update";

CREATE TRIGGER "Cell_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Sheet", "Row", "Column" ON "Cell" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Sheet" IS NOT NEW."Sheet" OR OLD."Row" IS NOT NEW."Row" OR OLD."Column" IS NOT NEW."Column" BEGIN DELETE FROM "Cell_Vector_Ledger" WHERE "Sheet" = OLD."Sheet" AND "Row" = OLD."Row" AND "Column" = OLD."Column"; DELETE FROM "Cell_Vector_Ledger" WHERE "Sheet" = NEW."Sheet" AND "Row" = NEW."Row" AND "Column" = NEW."Column"; INSERT INTO "Cell_Vector_Ledger" ("Label", "Sheet", "Row", "Column") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Cell_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Cell_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Cell.Vector') END, t."Sheet", t."Row", t."Column" FROM "Cell" AS t WHERE t."Sheet" = NEW."Sheet" AND t."Row" = NEW."Row" AND t."Column" = NEW."Column" AND t."Vector" IS NOT NULL; INSERT INTO "Cell_Vector_Ledger" ("Label", "Sheet", "Row", "Column") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Cell_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Cell_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Cell.Vector') END, t."Sheet", t."Row", t."Column" FROM "Cell" AS t WHERE t."Sheet" = OLD."Sheet" AND t."Row" = OLD."Row" AND t."Column" = OLD."Column" AND t."Vector" IS NOT NULL AND (OLD."Sheet" IS NOT NEW."Sheet" OR OLD."Row" IS NOT NEW."Row" OR OLD."Column" IS NOT NEW."Column"); END;

DROP TRIGGER IF EXISTS "Cell_Vector_Ledger_delete";

CREATE TRIGGER "Cell_Vector_Ledger_delete" AFTER DELETE ON "Cell" BEGIN DELETE FROM "Cell_Vector_Ledger" WHERE "Sheet" = OLD."Sheet" AND "Row" = OLD."Row" AND "Column" = OLD."Column"; INSERT INTO "Cell_Vector_Ledger" ("Label", "Sheet", "Row", "Column") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Cell_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Cell_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Cell.Vector') END, t."Sheet", t."Row", t."Column" FROM "Cell" AS t WHERE t."Sheet" = OLD."Sheet" AND t."Row" = OLD."Row" AND t."Column" = OLD."Column" AND t."Vector" IS NOT NULL; END;

DELETE FROM "Cell_Vector_Ledger"; INSERT INTO "Cell_Vector_Ledger" ("Sheet", "Row", "Column") SELECT t."Sheet", t."Row", t."Column" FROM "Cell" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Cell_Vector_Ledger" AS l WHERE t."Sheet" = l."Sheet" AND t."Row" = l."Row" AND t."Column" = l."Column");

-- A_key_that_is_put_into_text_keeps_the_index
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TABLE "ef_temp_Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" TEXT NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Notes_Vector_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Notes_Vector_Ledger";


CREATE TABLE "ef_temp_Notes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes_Vector_Ledger";


ALTER TABLE "ef_temp_Notes_Vector_Ledger" RENAME TO "Notes_Vector_Ledger";


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

DELETE FROM "Notes_Vector_Ledger"; INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_metric_that_changes_is_searched_by_the_new_one


-- A_migration_may_itself_fill_in_the_vectors_that_it_requires
UPDATE Plain SET Vector = X'0000803F000000000000000000000000'


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Plain.Vector is required, and Plain has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Plain" WHERE "Vector" IS NULL;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Plain" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Plain" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Plain" ("Id", "Vector")
SELECT "Id", IFNULL("Vector", X'')
FROM "Plain";


PRAGMA foreign_keys = 0;


DROP TABLE "Plain";


ALTER TABLE "ef_temp_Plain" RENAME TO "Plain";


PRAGMA foreign_keys = 1;

-- A_migration_may_itself_make_its_floats_halves
UPDATE Tags SET Look = X'003C003C003C003C' WHERE Look IS NOT NULL


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds vectors of 4 32-bit floats, and the model now says 4 16-bit floats. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE length("Look") <> 8;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float16[4] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- A_migration_may_itself_make_its_vectors_as_long_as_they_will_be
UPDATE Notes SET Vector = substr(Vector, 1, 16)


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Notes.Vector holds vectors of 6 elements, and the model now says 4. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Notes" WHERE length("Vector") <> 16;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- A_required_column_of_bytes_that_is_no_vector_is_added_to_rows
ALTER TABLE "Notes" ADD "Picture" BLOB NOT NULL DEFAULT X'';

-- A_required_vector_is_added_before_the_rows_that_the_same_migration_inserts
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Notes.Vector is required, and Notes has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Notes";

DROP TABLE omen_old_vectors;

ALTER TABLE "Notes" ADD "Vector" BLOB NOT NULL DEFAULT X'';


CREATE TABLE "Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "Notes" ("Id", "Vector")
VALUES (1, X'C0C0DBBD02463B3FE8876F3F308CC13E');
SELECT changes();



CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_required_vector_is_added_to_a_table_without_rows
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Notes.Vector is required, and Notes has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Notes";

DROP TABLE omen_old_vectors;

ALTER TABLE "Notes" ADD "Vector" BLOB NOT NULL DEFAULT X'';


CREATE TABLE "Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_required_vector_is_refused_in_a_migration_that_rebuilds_the_table_too
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Notes.Vector is required, and Notes has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Notes";

DROP TABLE omen_old_vectors;

ALTER TABLE "Notes" ADD "Vector" BLOB NOT NULL DEFAULT X'';


CREATE TABLE "Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


PRAGMA foreign_keys = 1;


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_required_vector_is_refused_where_rows_would_have_none
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Notes.Vector is required, and Notes has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Notes";

DROP TABLE omen_old_vectors;

ALTER TABLE "Notes" ADD "Vector" BLOB NOT NULL DEFAULT X'';


CREATE TABLE "Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_required_vector_with_a_default_is_added_to_rows
ALTER TABLE "Notes" ADD "Vector" BLOB NOT NULL DEFAULT X'0000803F000000400000404000008040';


CREATE TABLE "Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_table_that_SQL_in_a_migration_rebuilds_gets_its_triggers_back_in_a_process_that_has_searched_it
CREATE TABLE Rebuilt (Id INTEGER NOT NULL PRIMARY KEY, Vector BLOB NOT NULL); INSERT INTO Rebuilt SELECT Id, Vector FROM Notes; DROP TABLE Notes; ALTER TABLE Rebuilt RENAME TO Notes;

-- A_table_that_another_context_migrates_is_searched_and_not_migrated


-- A_table_that_is_rebuilt_is_never_committed_without_its_triggers
ALTER TABLE "Notes" ADD "Extra" INTEGER NOT NULL DEFAULT 0;


CREATE INDEX "IX_Notes_Extra" ON "Notes" ("Extra");


CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Extra" INTEGER NOT NULL,
    "Vector" BLOB NOT NULL,
    CONSTRAINT "CK_Id" CHECK (Id > -5)
);


INSERT INTO "ef_temp_Notes" ("Id", "Extra", "Vector")
SELECT "Id", "Extra", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;


CREATE INDEX "IX_Notes_Extra" ON "Notes" ("Extra");

-- A_table_that_is_rebuilt_keeps_its_triggers
CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL,
    CONSTRAINT "CK_Id" CHECK (Id > -5)
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- A_table_that_is_renamed_takes_its_index_along
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

ALTER TABLE "Notes_Vector_Ledger" RENAME TO "Memos_Vector_Ledger";


ALTER TABLE "Notes" RENAME TO "Memos";


DROP INDEX "IX_Notes_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Memos_Vector_Ledger_Id" ON "Memos_Vector_Ledger" ("Id");


CREATE TABLE "ef_temp_Memos_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Memos_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Memos_Vector_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Memos_Vector_Ledger";


CREATE TABLE "ef_temp_Memos" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Memos" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Memos" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Memos";


PRAGMA foreign_keys = 0;


DROP TABLE "Memos_Vector_Ledger";


ALTER TABLE "ef_temp_Memos_Vector_Ledger" RENAME TO "Memos_Vector_Ledger";


DROP TABLE "Memos";


ALTER TABLE "ef_temp_Memos" RENAME TO "Memos";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Memos_Vector_Ledger_Id" ON "Memos_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Memos.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Memos_Vector_Ledger_insert";

CREATE TRIGGER "Memos_Vector_Ledger_insert" AFTER INSERT ON "Memos" BEGIN DELETE FROM "Memos_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Memos_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Memos_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Memos_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Memos.Vector') END, t."Id" FROM "Memos" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Memos_Vector_Ledger_update";

CREATE TRIGGER "Memos_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Memos" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Memos_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Memos_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Memos_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Memos_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Memos_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Memos.Vector') END, t."Id" FROM "Memos" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Memos_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Memos_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Memos_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Memos.Vector') END, t."Id" FROM "Memos" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Memos_Vector_Ledger_delete";

CREATE TRIGGER "Memos_Vector_Ledger_delete" AFTER DELETE ON "Memos" BEGIN DELETE FROM "Memos_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Memos_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Memos_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Memos_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Memos.Vector') END, t."Id" FROM "Memos" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Memos_Vector_Ledger" ("Id") SELECT t."Id" FROM "Memos" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Memos_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_table_that_takes_the_name_of_one_that_was_dropped_is_searched_by_its_own_vectors_dropped
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

DROP TABLE "Notes";


DROP TABLE "Notes_Vector_Ledger";

-- A_table_that_takes_the_name_of_one_that_was_dropped_is_searched_by_its_own_vectors_renamed
DROP TRIGGER IF EXISTS "Better_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Better_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Better_Vector_Ledger_delete";

ALTER TABLE "Better_Vector_Ledger" RENAME TO "Notes_Vector_Ledger";


ALTER TABLE "Better" RENAME TO "Notes";


DROP INDEX "IX_Better_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE "ef_temp_Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Notes_Vector_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Notes_Vector_Ledger";


CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes_Vector_Ledger";


ALTER TABLE "ef_temp_Notes_Vector_Ledger" RENAME TO "Notes_Vector_Ledger";


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- A_trigger_of_the_users_own_stays_on_a_table_that_is_renamed_whatever_it_was_called_General_Ledger
ALTER TABLE "General_Ledger" RENAME TO "Books";

-- A_trigger_of_the_users_own_stays_on_a_table_that_is_renamed_whatever_it_was_called_My_General_Ledger
ALTER TABLE "My_General_Ledger" RENAME TO "Books";

-- A_trigger_of_the_users_own_stays_when_the_table_it_is_named_after_is_dropped_General_Ledger
DROP TABLE "General_Ledger";

-- A_trigger_of_the_users_own_stays_when_the_table_it_is_named_after_is_dropped_Tags
DROP TABLE "Tags";

-- A_vector_becomes_required_once_no_row_is_without_one
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Plain.Vector is required, and Plain has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Plain" WHERE "Vector" IS NULL;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Plain" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Plain" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Plain" ("Id", "Vector")
SELECT "Id", IFNULL("Vector", X'')
FROM "Plain";


PRAGMA foreign_keys = 0;


DROP TABLE "Plain";


ALTER TABLE "ef_temp_Plain" RENAME TO "Plain";


PRAGMA foreign_keys = 1;

-- A_vector_that_becomes_required_is_still_searched
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Plain.Vector is required, and Plain has rows, which would have no vector. Make it nullable, fill it, and then make it required; or give it a default in the model; or delete these rows before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Plain" WHERE "Vector" IS NULL;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Plain" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Plain" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Plain" ("Id", "Vector")
SELECT "Id", IFNULL("Vector", X'')
FROM "Plain";


PRAGMA foreign_keys = 0;


DROP TABLE "Plain";


ALTER TABLE "ef_temp_Plain" RENAME TO "Plain";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Plain.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_insert";

CREATE TRIGGER "Plain_Vector_Ledger_insert" AFTER INSERT ON "Plain" BEGIN DELETE FROM "Plain_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Plain_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Vector') END, t."Id" FROM "Plain" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_update";

CREATE TRIGGER "Plain_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Plain" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Plain_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Plain_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Plain_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Vector') END, t."Id" FROM "Plain" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Plain_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Vector') END, t."Id" FROM "Plain" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_delete";

CREATE TRIGGER "Plain_Vector_Ledger_delete" AFTER DELETE ON "Plain" BEGIN DELETE FROM "Plain_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Plain_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Vector') END, t."Id" FROM "Plain" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Plain_Vector_Ledger" ("Id") SELECT t."Id" FROM "Plain" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Plain_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- An_index_added_to_a_populated_table_holds_what_is_there
CREATE TABLE "Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- An_index_added_to_a_table_with_missing_vectors_holds_the_others
CREATE TABLE "Plain_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Plain_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Plain_Vector_Ledger_Id" ON "Plain_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Plain.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_insert";

CREATE TRIGGER "Plain_Vector_Ledger_insert" AFTER INSERT ON "Plain" BEGIN DELETE FROM "Plain_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Plain_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Vector') END, t."Id" FROM "Plain" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_update";

CREATE TRIGGER "Plain_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Plain" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Plain_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Plain_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Plain_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Vector') END, t."Id" FROM "Plain" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Plain_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Vector') END, t."Id" FROM "Plain" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Plain_Vector_Ledger_delete";

CREATE TRIGGER "Plain_Vector_Ledger_delete" AFTER DELETE ON "Plain" BEGIN DELETE FROM "Plain_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Plain_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Plain_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Plain_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Plain.Vector') END, t."Id" FROM "Plain" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Plain_Vector_Ledger" ("Id") SELECT t."Id" FROM "Plain" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Plain_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- An_index_that_is_dropped_and_added_again_holds_what_is_there_now_added
CREATE TABLE "Notes_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Notes_Vector_Ledger_Id" ON "Notes_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- An_index_that_is_dropped_and_added_again_holds_what_is_there_now_dropped
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

DROP TABLE "Notes_Vector_Ledger";

-- An_index_that_is_dropped_leaves_no_ledger_and_no_triggers
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

DROP TABLE "Notes_Vector_Ledger";

-- An_index_that_is_dropped_leaves_the_file_of_one_whose_name_begins_alike
DROP TRIGGER IF EXISTS "Notes_Vector2_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector2_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector2_Ledger_delete";

DROP TABLE "Notes_Vector2_Ledger";


CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- An_index_that_is_dropped_takes_its_files_along
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

DROP TABLE "Notes_Vector_Ledger";

-- An_index_that_is_renamed_leaves_no_file_under_its_old_name_column
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

ALTER TABLE "Notes_Vector_Ledger" RENAME TO "Notes_Embedding_Ledger";


ALTER TABLE "Notes" RENAME COLUMN "Vector" TO "Embedding";


DROP INDEX "IX_Notes_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Notes_Embedding_Ledger_Id" ON "Notes_Embedding_Ledger" ("Id");


CREATE TABLE "ef_temp_Notes_Embedding_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Notes_Embedding_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Notes_Embedding_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Notes_Embedding_Ledger";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes_Embedding_Ledger";


ALTER TABLE "ef_temp_Notes_Embedding_Ledger" RENAME TO "Notes_Embedding_Ledger";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Notes_Embedding_Ledger_Id" ON "Notes_Embedding_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Embedding', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Embedding_Ledger_insert";

CREATE TRIGGER "Notes_Embedding_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Embedding_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Embedding') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Embedding" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Embedding_Ledger_update";

CREATE TRIGGER "Notes_Embedding_Ledger_update" AFTER UPDATE OF "Embedding" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Embedding" IS NOT NEW."Embedding" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Embedding_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Embedding_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Embedding') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Embedding" IS NOT NULL; INSERT INTO "Notes_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Embedding') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Embedding" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Embedding_Ledger_delete";

CREATE TRIGGER "Notes_Embedding_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Embedding_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Embedding') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Embedding" IS NOT NULL; END;

INSERT INTO "Notes_Embedding_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Embedding" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Embedding_Ledger" AS l WHERE t."Id" = l."Id");

-- An_index_that_is_renamed_leaves_no_file_under_its_old_name_table
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

ALTER TABLE "Notes_Vector_Ledger" RENAME TO "Memos_Vector_Ledger";


ALTER TABLE "Notes" RENAME TO "Memos";


DROP INDEX "IX_Notes_Vector_Ledger_Id";


CREATE UNIQUE INDEX "IX_Memos_Vector_Ledger_Id" ON "Memos_Vector_Ledger" ("Id");


CREATE TABLE "ef_temp_Memos_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Memos_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


INSERT INTO "ef_temp_Memos_Vector_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Memos_Vector_Ledger";


CREATE TABLE "ef_temp_Memos" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Memos" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Memos" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Memos";


PRAGMA foreign_keys = 0;


DROP TABLE "Memos_Vector_Ledger";


ALTER TABLE "ef_temp_Memos_Vector_Ledger" RENAME TO "Memos_Vector_Ledger";


DROP TABLE "Memos";


ALTER TABLE "ef_temp_Memos" RENAME TO "Memos";


PRAGMA foreign_keys = 1;


CREATE UNIQUE INDEX "IX_Memos_Vector_Ledger_Id" ON "Memos_Vector_Ledger" ("Id");


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Memos.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Memos_Vector_Ledger_insert";

CREATE TRIGGER "Memos_Vector_Ledger_insert" AFTER INSERT ON "Memos" BEGIN DELETE FROM "Memos_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Memos_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Memos_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Memos_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Memos.Vector') END, t."Id" FROM "Memos" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Memos_Vector_Ledger_update";

CREATE TRIGGER "Memos_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Memos" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Memos_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Memos_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Memos_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Memos_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Memos_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Memos.Vector') END, t."Id" FROM "Memos" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Memos_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Memos_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Memos_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Memos.Vector') END, t."Id" FROM "Memos" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Memos_Vector_Ledger_delete";

CREATE TRIGGER "Memos_Vector_Ledger_delete" AFTER DELETE ON "Memos" BEGIN DELETE FROM "Memos_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Memos_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Memos_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Memos_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Memos.Vector') END, t."Id" FROM "Memos" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Memos_Vector_Ledger" ("Id") SELECT t."Id" FROM "Memos" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Memos_Vector_Ledger" AS l WHERE t."Id" = l."Id");

-- Bytes_of_another_length_that_become_a_vector_are_refused
CREATE TABLE "Tags_Look_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Tags_Look_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Tags_Look_Ledger_Id" ON "Tags_Look_Ledger" ("Id");


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds something else than vectors of 4 32-bit floats, such as the JSON that a float[] is otherwise. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE typeof("Look") NOT IN ('blob', 'null') OR length("Look") <> 16;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


PRAGMA foreign_keys = 1;


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float32[4] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

-- Bytes_of_its_length_may_become_a_vector
CREATE TABLE "Tags_Look_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Tags_Look_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Tags_Look_Ledger_Id" ON "Tags_Look_Ledger" ("Id");


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds something else than vectors of 4 32-bit floats, such as the JSON that a float[] is otherwise. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE typeof("Look") NOT IN ('blob', 'null') OR length("Look") <> 16;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


PRAGMA foreign_keys = 1;


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float32[4] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

-- Floats_may_become_halves_while_there_are_none
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds vectors of 4 32-bit floats, and the model now says 8 16-bit floats. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE "Look" IS NOT NULL;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float16[8] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- Floats_that_become_halves_are_refused_4_4
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds vectors of 4 32-bit floats, and the model now says 4 16-bit floats. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE length("Look") <> 8;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float16[4] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- Floats_that_become_halves_are_refused_4_8
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds vectors of 4 32-bit floats, and the model now says 8 16-bit floats. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE "Look" IS NOT NULL;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float16[8] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- Halves_that_become_floats_are_refused_8_4
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds vectors of 8 16-bit floats, and the model now says 4 32-bit floats. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE "Look" IS NOT NULL;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float32[4] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- Halves_that_become_floats_are_refused_8_8
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds vectors of 8 16-bit floats, and the model now says 8 32-bit floats. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE length("Look") <> 32;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float32[8] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- JSON_may_become_a_vector_while_there_is_none
CREATE TABLE "Tags_Look_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Tags_Look_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Tags_Look_Ledger_Id" ON "Tags_Look_Ledger" ("Id");


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds something else than vectors of 4 32-bit floats, such as the JSON that a float[] is otherwise. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE typeof("Look") NOT IN ('blob', 'null') OR length("Look") <> 16;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


PRAGMA foreign_keys = 1;


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float32[4] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

-- JSON_that_becomes_a_vector_is_refused
CREATE TABLE "Tags_Look_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Tags_Look_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);


CREATE UNIQUE INDEX "IX_Tags_Look_Ledger_Id" ON "Tags_Look_Ledger" ("Id");


CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Tags.Look holds something else than vectors of 4 32-bit floats, such as the JSON that a float[] is otherwise. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Tags" WHERE typeof("Look") NOT IN ('blob', 'null') OR length("Look") <> 16;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Tags" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Tags" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Look" BLOB NULL
);


INSERT INTO "ef_temp_Tags" ("Id", "Look", "Name")
SELECT "Id", "Look", "Name"
FROM "Tags";


PRAGMA foreign_keys = 0;


DROP TABLE "Tags";


ALTER TABLE "ef_temp_Tags" RENAME TO "Tags";


PRAGMA foreign_keys = 1;


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Tags.Look', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_insert";

CREATE TRIGGER "Tags_Look_Ledger_insert" AFTER INSERT ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_update";

CREATE TRIGGER "Tags_Look_Ledger_update" AFTER UPDATE OF "Look" /* float32[4] Cosine */, "Id" ON "Tags" WHEN OLD."Look" IS NOT NEW."Look" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Tags_Look_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = NEW."Id" AND t."Look" IS NOT NULL; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Tags_Look_Ledger_delete";

CREATE TRIGGER "Tags_Look_Ledger_delete" AFTER DELETE ON "Tags" BEGIN DELETE FROM "Tags_Look_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Tags_Look_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Tags_Look_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Tags_Look_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Tags.Look') END, t."Id" FROM "Tags" AS t WHERE t."Id" = OLD."Id" AND t."Look" IS NOT NULL; END;

INSERT INTO "Tags_Look_Ledger" ("Id") SELECT t."Id" FROM "Tags" AS t WHERE t."Look" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Tags_Look_Ledger" AS l WHERE t."Id" = l."Id");

-- The_last_vector_of_a_model_takes_its_files_along
DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

DROP TABLE "Notes";


DROP TABLE "Notes_Vector_Ledger";

-- Vectors_of_the_old_length_leave_no_file
CREATE TEMP TABLE omen_old_vectors (count INTEGER CONSTRAINT "Notes.Vector holds vectors of 4 elements, and the model now says 8. Add a new property for the new vectors, fill it, and then drop the old one; or delete the old vectors before this migration" CHECK (count = 0));

INSERT INTO omen_old_vectors SELECT count(*) FROM "Notes" WHERE length("Vector") <> 32;

DROP TABLE omen_old_vectors;

CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Vector")
SELECT "Id", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[8] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- Whatever_makes_EF_Core_rebuild_the_table_the_index_goes_on_default
CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Extra" INTEGER NOT NULL DEFAULT 7,
    "Text" TEXT NOT NULL DEFAULT 'x',
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Extra", "Text", "Vector")
SELECT "Id", "Extra", "Text", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- Whatever_makes_EF_Core_rebuild_the_table_the_index_goes_on_dropped_column
CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Text" TEXT NOT NULL DEFAULT 'x',
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Text", "Vector")
SELECT "Id", "Text", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- Whatever_makes_EF_Core_rebuild_the_table_the_index_goes_on_foreign_key
ALTER TABLE "Notes" ADD "TagId" INTEGER NULL;


CREATE INDEX "IX_Notes_TagId" ON "Notes" ("TagId");


CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Extra" INTEGER NOT NULL,
    "TagId" INTEGER NULL,
    "Text" TEXT NOT NULL DEFAULT 'x',
    "Vector" BLOB NOT NULL,
    CONSTRAINT "FK_Notes_Tag_TagId" FOREIGN KEY ("TagId") REFERENCES "Tag" ("Id")
);


INSERT INTO "ef_temp_Notes" ("Id", "Extra", "TagId", "Text", "Vector")
SELECT "Id", "Extra", "TagId", "Text", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;


CREATE INDEX "IX_Notes_TagId" ON "Notes" ("TagId");

-- Whatever_makes_EF_Core_rebuild_the_table_the_index_goes_on_nullable
CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Extra" INTEGER NOT NULL,
    "Text" TEXT NULL DEFAULT 'x',
    "Vector" BLOB NOT NULL
);


INSERT INTO "ef_temp_Notes" ("Id", "Extra", "Text", "Vector")
SELECT "Id", "Extra", "Text", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;

-- Whatever_makes_EF_Core_rebuild_the_table_the_index_goes_on_unique
CREATE TABLE "ef_temp_Notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Notes" PRIMARY KEY AUTOINCREMENT,
    "Extra" INTEGER NOT NULL,
    "Text" TEXT NOT NULL DEFAULT 'x',
    "Vector" BLOB NOT NULL,
    CONSTRAINT "AK_Notes_Id_Extra" UNIQUE ("Id", "Extra")
);


INSERT INTO "ef_temp_Notes" ("Id", "Extra", "Text", "Vector")
SELECT "Id", "Extra", "Text", "Vector"
FROM "Notes";


PRAGMA foreign_keys = 0;


DROP TABLE "Notes";


ALTER TABLE "ef_temp_Notes" RENAME TO "Notes";


CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;

INSERT OR IGNORE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Notes.Vector', randomblob(16), 0);

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_insert";

CREATE TRIGGER "Notes_Vector_Ledger_insert" AFTER INSERT ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_update";

CREATE TRIGGER "Notes_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Notes" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;

DROP TRIGGER IF EXISTS "Notes_Vector_Ledger_delete";

CREATE TRIGGER "Notes_Vector_Ledger_delete" AFTER DELETE ON "Notes" BEGIN DELETE FROM "Notes_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Notes_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Notes_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Notes_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Notes.Vector') END, t."Id" FROM "Notes" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;

INSERT INTO "Notes_Vector_Ledger" ("Id") SELECT t."Id" FROM "Notes" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notes_Vector_Ledger" AS l WHERE t."Id" = l."Id");

PRAGMA foreign_keys = 1;
