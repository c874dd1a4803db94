import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "./client.ts";
import { knownMigrations, migrateDatabase } from "./migrate.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let database: TestDatabase;
let backupsFolder: string;

beforeEach(() => {
  database = openTestDatabase();
  backupsFolder = join(database.folder, "backups");
});
afterEach(() => database.close());

/** As the database of an older build looks: the newest migration is not applied yet. */
function takeBackNewest(): string {
  const newest = knownMigrations().at(-1);
  database.write.sqlite.exec("DROP TABLE published_bodies");
  database.write.sqlite.prepare("DELETE FROM __drizzle_migrations WHERE created_at = ?").run(newest?.when);
  return newest?.tag ?? "";
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
    const newest = takeBackNewest();
    database.write.sqlite.exec("INSERT INTO groups (id, name, colour_names, created_at) VALUES ('g', 'G', '{}', 1)");
    expect(migrateDatabase(database.write, { backupsFolder })).toEqual([newest]);
    expect(readdirSync(backupsFolder)).toEqual([`before-${newest}.sqlite`]);
    const copyFile = join(backupsFolder, `before-${newest}.sqlite`);
    expect(statSync(copyFile).mode & 0o777).toBe(0o600);
    const copy = openDatabase(copyFile, "read");
    expect(copy.sqlite.prepare("SELECT id FROM groups").pluck().all()).toEqual(["g"]);
    expect(copy.sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'published_bodies'").get()).toBeUndefined();
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
