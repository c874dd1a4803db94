/** The two connections to the site's database, and the demo that a new site begins with. */
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { type Connection, openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { type Effect, makeReadStore, type Store } from "#db/store.ts";
import { makeWriter, type Writer } from "#db/writer.ts";
import { type DataDirectory, StartError } from "./data-directory.ts";

export type Storage = {
  /** Reads on a connection of its own, beside the writer. */
  readonly read: Store;
  readonly reader: Connection;
  readonly writer: Writer;
  /** Lets the works in line finish, then closes both connections. */
  readonly close: () => Promise<void>;
};

/** Opens and migrates a database. Throws StartError for one that a newer Glossa has migrated. */
export function openStorage(
  data: Pick<DataDirectory, "database" | "backups">,
  onCommit: (effects: readonly Effect[]) => void,
): Storage {
  const connection = openDatabase(data.database, "write");
  // Before the first row: it holds addresses and the hashes of passwords.
  chmodSync(data.database, 0o600);
  migrateOrStop(connection, data.backups);
  const reader = openDatabase(data.database, "read");
  const writer = makeWriter(connection, {
    onCommit: (effects) => {
      if (effects.some(({ kind }) => kind === "erased")) emptyJournal(connection);
      onCommit(effects);
    },
  });
  return {
    read: makeReadStore(reader.db),
    reader,
    writer,
    async close() {
      await writer.close();
      reader.sqlite.close();
      connection.sqlite.close();
    },
  };
}

/**
 * Moves what the journal (-wal) holds into the file, where erased words are zeros (`secure_delete`), and cuts it to nothing.
 * Waits for nobody: while a backup reads, the next checkpoint does it.
 */
function emptyJournal({ sqlite }: Connection): void {
  sqlite.pragma("busy_timeout = 0");
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
  sqlite.pragma("busy_timeout = 5000");
}

function migrateOrStop(connection: Connection, backupsFolder: string): void {
  try {
    migrateDatabase(connection, { backupsFolder });
  } catch (error) {
    connection.sqlite.close();
    throw error instanceof Error ? new StartError(error.message, { cause: error }) : error;
  }
}

/** True when nobody has an account yet, or there is no database at all. */
export async function isEmptySite(data: DataDirectory): Promise<boolean> {
  if (!existsSync(data.database)) return true;
  const storage = openStorage(data, () => {});
  try {
    return await storage.read.members.isEmpty();
  } finally {
    await storage.close();
  }
}

/**
 * Fills a database in a folder of its own and moves it into place when it is whole: a process can be killed while it
 * plants, and half a demo would stay, since only an empty site is planted.
 */
export async function plantWhole(data: DataDirectory, plant: (storage: Storage) => Promise<void>): Promise<void> {
  const staging = mkdtempSync(join(data.folder, ".planting-"));
  const database = join(staging, basename(data.database));
  try {
    const storage = openStorage({ database, backups: staging }, () => {});
    await plant(storage).finally(() => storage.close());
    for (const rest of ["-wal", "-shm"]) rmSync(`${data.database}${rest}`, { force: true });
    renameSync(database, data.database);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
