/** Brings a database up to this build: a copy first, then what is missing; a newer one is refused. */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate as applyMigrations } from "drizzle-orm/better-sqlite3/migrator";
import { z } from "zod";
import { storageWords } from "#app/words/storage.ts";
import type { Connection } from "./client.ts";
import { fillSearchIndex } from "./search-index.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/** drizzle-kit's list of migrations; `when` is milliseconds and is what the database remembers of an applied one. */
const journalSchema = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })).min(1) });

export type Migration = { readonly when: number; readonly tag: string };

/**
 * Applies the migrations that are missing and returns their names. Before it changes a database that holds something, it
 * copies it to `{backupsFolder}/before-{migration}.sqlite`. Throws an Error with a sentence for the operator when the
 * database knows a migration that this build does not; then nothing was touched.
 */
export function migrateDatabase(
  connection: Connection,
  { backupsFolder, migrations = knownMigrations() }: { backupsFolder: string; migrations?: readonly Migration[] },
): readonly string[] {
  const applied = lastApplied(connection);
  const newest = migrations.at(-1);
  if (newest === undefined || applied > newest.when) {
    throw new Error(storageWords.newerSchema(connection.sqlite.name, newest?.tag ?? ""));
  }
  const missing = migrations.filter(({ when }) => when > applied);
  const [first] = missing;
  if (first !== undefined) {
    if (applied > 0) copyDatabase(connection, backupsFolder, `before-${first.tag}.sqlite`);
    applyMigrations(connection.db, { migrationsFolder });
  }
  fillSearchIndex(connection);
  return missing.map(({ tag }) => tag);
}

/** What this build can apply, oldest first. */
export function knownMigrations(): readonly Migration[] {
  const journal = readFileSync(join(migrationsFolder, "meta", "_journal.json"), "utf8");
  return journalSchema.parse(JSON.parse(journal)).entries;
}

/** `when` of the newest applied migration, 0 for an empty database. */
function lastApplied({ sqlite }: Connection): number {
  const table = sqlite
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'")
    .get();
  if (table === undefined) return 0;
  const row = sqlite
    .prepare<[], { readonly last: number | null }>("SELECT max(created_at) AS last FROM __drizzle_migrations")
    .get();
  return row?.last ?? 0;
}

/** Through a second name, so that a copy that was interrupted never looks like a whole one. */
function copyDatabase({ sqlite }: Connection, folder: string, name: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const partial = join(folder, `${name}.partial`);
  rmSync(partial, { force: true });
  sqlite.prepare("VACUUM INTO ?").run(partial);
  chmodSync(partial, 0o600);
  renameSync(partial, join(folder, name));
}
