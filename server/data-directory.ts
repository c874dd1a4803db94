/** The one folder that holds everything a site knows, and the lock that keeps it to one server. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { operationsWords } from "#app/words/operations.ts";

/** A reason not to start that the person at the terminal can do something about; its message is a whole sentence. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** Length of the key file. */
const KEY_BYTES = 32;

/** What lies where in a data folder. */
export type DataDirectory = {
  readonly folder: string;
  readonly database: string;
  /** 32 random bytes under which second factors are sealed. */
  readonly key: string;
  readonly pictures: string;
  readonly outbox: string;
  readonly backups: string;
};

/** The paths in a data folder, absolute; touches nothing. */
export function dataDirectory(folder: string): DataDirectory {
  const root = resolve(folder);
  return {
    folder: root,
    database: join(root, "glossa.sqlite"),
    key: join(root, "factors.key"),
    pictures: join(root, "pictures"),
    outbox: join(root, "outbox"),
    backups: join(root, "backups"),
  };
}

/** Makes the folder and its parts, readable by nobody else. Throws StartError when that is not allowed. */
export function prepareDataDirectory(data: DataDirectory): void {
  try {
    for (const folder of [data.folder, data.pictures, data.outbox, data.backups]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    }
    chmodSync(data.folder, 0o700);
  } catch (error) {
    throw new StartError(operationsWords.cannotWrite(data.folder, codeOf(error)), { cause: error });
  }
}

/**
 * The key of this folder, made at the first start from `make` (32 random bytes), readable by nobody else. Throws StartError for
 * a file that is not one: with another key every second factor would be refused.
 */
export function keyOf(data: DataDirectory, make: () => Uint8Array): Uint8Array {
  if (!existsSync(data.key)) {
    const partial = `${data.key}.partial`;
    const file = openSync(partial, "w", 0o600);
    writeSync(file, make());
    fsyncSync(file);
    closeSync(file);
    // Whole or not at all: half a key would be there for good.
    renameSync(partial, data.key);
  }
  chmodSync(data.key, 0o600);
  const key = readFileSync(data.key);
  if (key.length !== KEY_BYTES) throw new StartError(operationsWords.badKey(data.key));
  return key;
}

/**
 * Takes the folder for this process and returns the way to let go of it. Throws StartError with the other process's id
 * when it is taken. The lock is SQLite's on a file of its own, because the kernel drops it with the process: a file with
 * a pid in it outlives a SIGKILL, and in a container the next server has the same pid.
 */
export function lockDataDirectory(data: DataDirectory): () => void {
  const lock = openLock(data);
  try {
    lock.exec("BEGIN IMMEDIATE");
    lock.pragma(`user_version = ${process.pid}`);
    lock.exec("COMMIT; BEGIN IMMEDIATE");
  } catch (error) {
    const holder = Number(lock.pragma("user_version", { simple: true }));
    lock.close();
    throw new StartError(operationsWords.folderInUse(data.folder, holder), { cause: error });
  }
  return () => lock.close();
}

function openLock(data: DataDirectory): Database.Database {
  try {
    return new Database(join(data.folder, "server.lock"), { timeout: 0 });
  } catch (error) {
    throw new StartError(operationsWords.cannotWrite(data.folder, codeOf(error)), { cause: error });
  }
}

/** The system's short name for what went wrong ("EACCES"), or the message where there is none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
