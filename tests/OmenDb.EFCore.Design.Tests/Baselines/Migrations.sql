CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "Articles" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Articles" PRIMARY KEY AUTOINCREMENT,
    "Title" TEXT NOT NULL,
    "Embedding" BLOB NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0_Initial', '');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "Articles_Embedding_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Articles_Embedding_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);

CREATE UNIQUE INDEX "IX_Articles_Embedding_Ledger_Id" ON "Articles_Embedding_Ledger" ("Id");

CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;
INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Articles.Embedding', randomblob(16), 0);
DROP TRIGGER IF EXISTS "Articles_Embedding_Ledger_insert";
CREATE TRIGGER "Articles_Embedding_Ledger_insert" AFTER INSERT ON "Articles" BEGIN DELETE FROM "Articles_Embedding_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Articles_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Articles_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Articles_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Articles.Embedding') END, t."Id" FROM "Articles" AS t WHERE t."Id" = NEW."Id" AND t."Embedding" IS NOT NULL; END;
DROP TRIGGER IF EXISTS "Articles_Embedding_Ledger_update";
CREATE TRIGGER "Articles_Embedding_Ledger_update" AFTER UPDATE OF "Embedding" /* float32[4] Cosine */, "Id" ON "Articles" WHEN OLD."Embedding" IS NOT NEW."Embedding" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Articles_Embedding_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Articles_Embedding_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Articles_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Articles_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Articles_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Articles.Embedding') END, t."Id" FROM "Articles" AS t WHERE t."Id" = NEW."Id" AND t."Embedding" IS NOT NULL; INSERT INTO "Articles_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Articles_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Articles_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Articles.Embedding') END, t."Id" FROM "Articles" AS t WHERE t."Id" = OLD."Id" AND t."Embedding" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;
DROP TRIGGER IF EXISTS "Articles_Embedding_Ledger_delete";
CREATE TRIGGER "Articles_Embedding_Ledger_delete" AFTER DELETE ON "Articles" BEGIN DELETE FROM "Articles_Embedding_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Articles_Embedding_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Articles_Embedding_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Articles_Embedding_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Articles.Embedding') END, t."Id" FROM "Articles" AS t WHERE t."Id" = OLD."Id" AND t."Embedding" IS NOT NULL; END;
INSERT INTO "Articles_Embedding_Ledger" ("Id") SELECT t."Id" FROM "Articles" AS t WHERE t."Embedding" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Articles_Embedding_Ledger" AS l WHERE t."Id" = l."Id");
INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0_AddIndex', '');

COMMIT;

BEGIN TRANSACTION;
DROP TRIGGER IF EXISTS "Articles_Embedding_Ledger_insert";
DROP TRIGGER IF EXISTS "Articles_Embedding_Ledger_update";
DROP TRIGGER IF EXISTS "Articles_Embedding_Ledger_delete";
ALTER TABLE "Articles_Embedding_Ledger" RENAME TO "Posts_Vector_Ledger";

ALTER TABLE "Articles" RENAME TO "Posts";

DROP INDEX "IX_Articles_Embedding_Ledger_Id";

CREATE UNIQUE INDEX "IX_Posts_Vector_Ledger_Id" ON "Posts_Vector_Ledger" ("Id");

ALTER TABLE "Posts" RENAME COLUMN "Embedding" TO "Vector";

CREATE TABLE "ef_temp_Posts_Vector_Ledger" (
    "Label" INTEGER NOT NULL CONSTRAINT "PK_Posts_Vector_Ledger" PRIMARY KEY AUTOINCREMENT,
    "Id" INTEGER NOT NULL,
    "Stamp" INTEGER NOT NULL DEFAULT (random())
);

INSERT INTO "ef_temp_Posts_Vector_Ledger" ("Label", "Id", "Stamp")
SELECT "Label", "Id", "Stamp"
FROM "Posts_Vector_Ledger";

CREATE TABLE "ef_temp_Posts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Posts" PRIMARY KEY AUTOINCREMENT,
    "Title" TEXT NOT NULL,
    "Vector" BLOB NOT NULL,
    CONSTRAINT "CK_Title" CHECK (Title <> '')
);

INSERT INTO "ef_temp_Posts" ("Id", "Title", "Vector")
SELECT "Id", "Title", "Vector"
FROM "Posts";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "Posts_Vector_Ledger";

ALTER TABLE "ef_temp_Posts_Vector_Ledger" RENAME TO "Posts_Vector_Ledger";

DROP TABLE "Posts";

ALTER TABLE "ef_temp_Posts" RENAME TO "Posts";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE UNIQUE INDEX "IX_Posts_Vector_Ledger_Id" ON "Posts_Vector_Ledger" ("Id");

CREATE TABLE IF NOT EXISTS "__OmenSnapshots" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;
INSERT OR REPLACE INTO "__OmenSnapshots" ("Index", "Token", "Applied") VALUES ('Posts.Vector', randomblob(16), 0);
DROP TRIGGER IF EXISTS "Posts_Vector_Ledger_insert";
CREATE TRIGGER "Posts_Vector_Ledger_insert" AFTER INSERT ON "Posts" BEGIN DELETE FROM "Posts_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Posts_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Posts_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Posts_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Posts.Vector') END, t."Id" FROM "Posts" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; END;
DROP TRIGGER IF EXISTS "Posts_Vector_Ledger_update";
CREATE TRIGGER "Posts_Vector_Ledger_update" AFTER UPDATE OF "Vector" /* float32[4] Cosine */, "Id" ON "Posts" WHEN OLD."Vector" IS NOT NEW."Vector" OR OLD."Id" IS NOT NEW."Id" BEGIN DELETE FROM "Posts_Vector_Ledger" WHERE "Id" = OLD."Id"; DELETE FROM "Posts_Vector_Ledger" WHERE "Id" = NEW."Id"; INSERT INTO "Posts_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Posts_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Posts_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Posts.Vector') END, t."Id" FROM "Posts" AS t WHERE t."Id" = NEW."Id" AND t."Vector" IS NOT NULL; INSERT INTO "Posts_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Posts_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Posts_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Posts.Vector') END, t."Id" FROM "Posts" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL AND (OLD."Id" IS NOT NEW."Id"); END;
DROP TRIGGER IF EXISTS "Posts_Vector_Ledger_delete";
CREATE TRIGGER "Posts_Vector_Ledger_delete" AFTER DELETE ON "Posts" BEGIN DELETE FROM "Posts_Vector_Ledger" WHERE "Id" = OLD."Id"; INSERT INTO "Posts_Vector_Ledger" ("Label", "Id") SELECT CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Posts_Vector_Ledger' AND seq > 0) THEN NULL ELSE (SELECT max("Applied", ifnull((SELECT max("Label") FROM "Posts_Vector_Ledger"), 0)) + 1 FROM "__OmenSnapshots" WHERE "Index" = 'Posts.Vector') END, t."Id" FROM "Posts" AS t WHERE t."Id" = OLD."Id" AND t."Vector" IS NOT NULL; END;
INSERT INTO "Posts_Vector_Ledger" ("Id") SELECT t."Id" FROM "Posts" AS t WHERE t."Vector" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Posts_Vector_Ledger" AS l WHERE t."Id" = l."Id");
COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('0_RenameAndRebuild', '');
