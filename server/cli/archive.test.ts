import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { create } from "tar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DataDirectory, dataDirectory, lockDataDirectory, prepareDataDirectory } from "../data-directory.ts";
import { backUp } from "./backup-archive.ts";
import { restore } from "./restore-archive.ts";

const options = { force: false, now: 0, check: async () => [] };
let root: string;
let site: DataDirectory;
let elsewhere: DataDirectory;
let archive: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "glossa-archive-"));
  site = dataDirectory(join(root, "site"));
  elsewhere = dataDirectory(join(root, "elsewhere"));
  archive = join(root, "backup.tar.gz");
  plant(site, "first");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(data: DataDirectory, word: string): void {
  prepareDataDirectory(data);
  const database = new Database(data.database);
  database.pragma("journal_mode = WAL");
  database.exec("CREATE TABLE IF NOT EXISTS words (word TEXT)");
  database.prepare("INSERT INTO words VALUES (?)").run(word);
  database.close();
  writeFileSync(data.key, word, { mode: 0o600 });
  writeFileSync(join(data.pictures, `-_${word}.webp`), word);
  writeFileSync(join(data.outbox, `${word}.eml`), word);
}

function words(data: DataDirectory): unknown[] {
  const database = new Database(data.database, { readonly: true });
  const found = database.prepare("SELECT word FROM words").pluck().all();
  database.close();
  return found;
}

describe("a backup", () => {
  it("holds database, pictures and mail, also what is still in the write-ahead log of a running server", async () => {
    const release = lockDataDirectory(site);
    const running = new Database(site.database);
    running.prepare("INSERT INTO words VALUES ('second')").run();
    await backUp(site, archive);
    running.close();
    release();
    expect(await restore(elsewhere, archive, options)).toBeNull();
    expect(words(elsewhere)).toEqual(["first", "second"]);
    expect(readFileSync(join(elsewhere.pictures, "-_first.webp"), "utf8")).toBe("first");
    expect(readdirSync(elsewhere.outbox)).toEqual(["first.eml"]);
  });

  it("holds the key of the second factors, for nobody else to read", async () => {
    await backUp(site, archive);
    await restore(elsewhere, archive, options);
    expect(readFileSync(elsewhere.key, "utf8")).toBe("first");
    expect(statSync(elsewhere.key).mode & 0o777).toBe(0o600);
  });

  it("leaves nothing else behind in the data folder", async () => {
    const before = readdirSync(site.folder);
    await backUp(site, archive);
    expect(readdirSync(site.folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(before);
  });

  it("overwrites nothing", async () => {
    writeFileSync(archive, "precious");
    await expect(backUp(site, archive)).rejects.toThrow(/exists already/);
    expect(readFileSync(archive, "utf8")).toBe("precious");
  });

  it("of a folder without a database is refused", async () => {
    await expect(backUp(elsewhere, archive)).rejects.toThrow(/no Glossa database/);
  });
});

describe("a restore", () => {
  it("waits until the server is stopped", async () => {
    await backUp(site, archive);
    prepareDataDirectory(elsewhere);
    const release = lockDataDirectory(elsewhere);
    await expect(restore(elsewhere, archive, options)).rejects.toThrow(/is using the data folder/);
    release();
    await restore(elsewhere, archive, options);
  });

  it("replaces what is there only when told to, and moves it aside", async () => {
    await backUp(site, archive);
    plant(elsewhere, "other");
    await expect(restore(elsewhere, archive, options)).rejects.toThrow(/is not empty/);
    expect(words(elsewhere)).toEqual(["other"]);
    const aside = await restore(elsewhere, archive, { ...options, force: true });
    expect(words(elsewhere)).toEqual(["first"]);
    expect(words({ ...elsewhere, database: join(aside ?? "", "glossa.sqlite") })).toEqual(["other"]);
    expect(readdirSync(join(aside ?? "", "pictures"))).toEqual(["-_other.webp"]);
    expect(readFileSync(join(aside ?? "", "factors.key"), "utf8")).toBe("other");
  });

  it("changes nothing when the database does not pass its check", async () => {
    await backUp(site, archive);
    const check = async () => ["row 7 missing from index"];
    await expect(restore(elsewhere, archive, { ...options, check })).rejects.toThrow(/row 7 missing/);
    expect(existsSync(elsewhere.database)).toBe(false);
  });

  const hostile: readonly (readonly [string, (folder: string) => readonly string[]])[] = [
    ["a path that climbs out", () => ["../victim"]],
    ["an absolute path", (folder) => [join(folder, "..", "victim")]],
    ["a file that we do not make", (folder) => put(folder, "authorized_keys")],
    ["a hidden file among the pictures", (folder) => put(folder, "pictures/.bashrc")],
    ["a folder in a folder", (folder) => put(folder, "pictures/deeper/a.webp")],
    ["a symbolic link", (folder) => link(folder, "pictures")],
    ["no database at all", (folder) => put(folder, "pictures/a.webp")],
  ];

  it.each(hostile)("refuses an archive with %s", async (_, make) => {
    const folder = join(root, "hostile");
    mkdirSync(folder);
    writeFileSync(join(root, "victim"), "");
    await create({ gzip: true, file: archive, cwd: folder, preservePaths: true }, [...make(folder)]);
    await expect(restore(elsewhere, archive, options)).rejects.toThrow(/is not a backup that Glossa made/);
    expect(readdirSync(elsewhere.folder).sort()).toEqual(["backups", "outbox", "pictures", "server.lock"]);
  });

  it("refuses an archive that is cut off, and one that is none", async () => {
    await backUp(site, archive);
    const whole = readFileSync(archive);
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from("not an archive"), Buffer.alloc(0)]) {
      writeFileSync(archive, bytes);
      await expect(restore(elsewhere, archive, options)).rejects.toThrow(/is not a backup that Glossa made/);
      expect(existsSync(elsewhere.database)).toBe(false);
    }
  });

  function put(folder: string, path: string): readonly string[] {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), "x");
    return [path];
  }

  function link(folder: string, name: string): readonly string[] {
    symlinkSync("/etc", join(folder, name));
    return [name];
  }
});
