import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { dataDirectory, keyOf, lockDataDirectory, prepareDataDirectory, StartError } from "./data-directory.ts";

const folders: string[] = [];

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "glossa-data-"));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the data folder", () => {
  it("is made with all its parts, for its owner alone", () => {
    const data = dataDirectory(join(freshFolder(), "new", "site"));
    prepareDataDirectory(data);
    for (const folder of [data.folder, data.pictures, data.outbox, data.backups]) {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
  });

  it("has one key, made once, for its owner alone", () => {
    const data = dataDirectory(freshFolder());
    const make = (byte: number) => () => Buffer.alloc(32, byte);
    expect(keyOf(data, make(1))).toEqual(Buffer.alloc(32, 1));
    expect(statSync(data.key).mode & 0o777).toBe(0o600);
    chmodSync(data.key, 0o644);
    expect(keyOf(data, make(2))).toEqual(Buffer.alloc(32, 1));
    expect(statSync(data.key).mode & 0o777).toBe(0o600);
    writeFileSync(data.key, "short");
    expect(() => keyOf(data, make(3))).toThrow(StartError);
  });

  it("says which folder cannot be written", () => {
    const file = join(freshFolder(), "a-file");
    writeFileSync(file, "");
    expect(() => prepareDataDirectory(dataDirectory(file))).toThrow(StartError);
    expect(() => prepareDataDirectory(dataDirectory(join(file, "below")))).toThrow(/cannot write to its data folder/);
  });

  it("belongs to one server, named to the second, and is free again after the first", () => {
    const data = dataDirectory(freshFolder());
    const release = lockDataDirectory(data);
    expect(() => lockDataDirectory(data)).toThrow(`process ${process.pid}`);
    release();
    lockDataDirectory(data)();
  });

  it("is free again after a process that was killed", () => {
    const data = dataDirectory(freshFolder());
    const script = `
      import { dataDirectory, lockDataDirectory } from "#server/data-directory.ts";
      lockDataDirectory(dataDirectory(${JSON.stringify(data.folder)}));
      process.kill(process.pid, "SIGKILL");`;
    const child = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    expect(child.signal).toBe("SIGKILL");
    lockDataDirectory(data)();
  });
});
