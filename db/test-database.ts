/** A real database in a temporary folder, for tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, openDatabase } from "./client.ts";
import { migrateDatabase } from "./migrate.ts";

export type TestDatabase = {
  readonly folder: string;
  readonly file: string;
  readonly write: Connection;
  readonly read: Connection;
  readonly close: () => void;
};

/** Migrated and empty; `close` removes it from the disk. */
export function openTestDatabase(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), "glossa-test-"));
  const file = join(folder, "glossa.sqlite");
  const write = openDatabase(file, "write");
  migrateDatabase(write, { backupsFolder: join(folder, "backups") });
  const read = openDatabase(file, "read");
  return {
    folder,
    file,
    write,
    read,
    close: () => {
      read.sqlite.close();
      write.sqlite.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
