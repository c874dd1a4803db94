import { chmodSync, closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as accounts from "./schema/accounts.ts";
import * as annotations from "./schema/annotations.ts";
import * as documents from "./schema/documents.ts";
import * as groups from "./schema/groups.ts";
import * as rooms from "./schema/rooms.ts";

export const schema = { ...accounts, ...groups, ...documents, ...annotations, ...rooms };

/** `$client` is the same connection for statements that the query builder cannot say. */
export type Db = BetterSQLite3Database<typeof schema> & { readonly $client: Database.Database };

/** One connection: `sqlite` for pragmas and raw statements, `db` for repositories. */
export type Connection = { readonly sqlite: Database.Database; readonly db: Db };

/**
 * Opens the file with the pragmas that the design asks for. This build of SQLite means NORMAL in WAL mode unless told
 * otherwise, so FULL is said: an answered command survives a power cut. The file is for its owner alone (0600); SQLite
 * gives its companions (-wal, -shm) the same mode. A file to read must exist, else this throws.
 */
export function openDatabase(file: string, mode: "write" | "read"): Connection {
  if (mode === "write") {
    closeSync(openSync(file, "a", 0o600));
    chmodSync(file, 0o600);
  }
  const sqlite = new Database(file, { readonly: mode === "read", fileMustExist: mode === "read" });
  sqlite.pragma("busy_timeout = 5000");
  if (mode === "write") {
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("secure_delete = ON");
  }
  sqlite.pragma("foreign_keys = ON");
  return { sqlite, db: drizzle(sqlite, { schema }) };
}
