import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Connection, openDatabase } from "./client.ts";
import { knownMigrations, migrateDatabase } from "./migrate.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let database: TestDatabase;
let backupsFolder: string;

beforeEach(() => {
  database = openTestDatabase();
  backupsFolder = join(database.folder, "backups");
});
afterEach(() => database.close());

/** A database as an older build left it: every migration but the newest is applied. */
function openOlder(file: string): Connection {
  const older = openDatabase(file, "write");
  const remember = "INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)";
  older.sqlite.exec(
    "CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)",
  );
  for (const { tag, when } of knownMigrations().slice(0, -1)) {
    older.sqlite.exec(readFileSync(new URL(`./migrations/${tag}.sql`, import.meta.url), "utf8"));
    older.sqlite.prepare(remember).run(tag, when);
  }
  return older;
}

describe("migrating", () => {
  it("brings an empty database up, without a copy of nothing", () => {
    expect(database.write.sqlite.prepare("SELECT count(*) FROM annotations").pluck().get()).toBe(0);
    expect(existsSync(backupsFolder)).toBe(false);
  });

  it("does nothing to a database that is up to date", () => {
    expect(migrateDatabase(database.write, { backupsFolder })).toEqual([]);
    expect(existsSync(backupsFolder)).toBe(false);
  });

  it("copies a database that holds something before it changes it", () => {
    const newest = knownMigrations().at(-1)?.tag ?? "";
    const older = openOlder(join(database.folder, "older.sqlite"));
    older.sqlite.exec("INSERT INTO groups (id, name, colour_names, created_at) VALUES ('g', 'G', '{}', 1)");
    expect(migrateDatabase(older, { backupsFolder })).toEqual([newest]);
    older.sqlite.close();
    expect(readdirSync(backupsFolder)).toEqual([`before-${newest}.sqlite`]);
    const copyFile = join(backupsFolder, `before-${newest}.sqlite`);
    expect(statSync(copyFile).mode & 0o777).toBe(0o600);
    const copy = openDatabase(copyFile, "read");
    expect(copy.sqlite.prepare("SELECT id FROM groups").pluck().all()).toEqual(["g"]);
    expect(copy.sqlite.prepare("SELECT count(*) FROM __drizzle_migrations").pluck().get()).toBe(
      knownMigrations().length - 1,
    );
    copy.sqlite.close();
  });

  it("refuses a database that a newer build has migrated, and leaves it alone", () => {
    const older = knownMigrations().slice(0, -1);
    expect(() => migrateDatabase(database.write, { backupsFolder, migrations: older })).toThrow("newer version");
    expect(existsSync(backupsFolder)).toBe(false);
  });

  it("keeps the file to its owner (S9)", () => {
    for (const name of readdirSync(database.folder)) expect(statSync(join(database.folder, name)).mode & 0o077).toBe(0);
  });
});
