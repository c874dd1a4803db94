/** Puts a backup back in place, or changes nothing. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { extract, list } from "tar";
import { operationsWords } from "#app/words/operations.ts";
import { codeOf, type DataDirectory, lockDataDirectory, prepareDataDirectory, StartError } from "../data-directory.ts";
import { fileFolders } from "./backup-archive.ts";

export type RestoreOptions = {
  /** Whether what is in the folder may be moved aside. */
  readonly force: boolean;
  /** Names the folder that what was there is moved to. Milliseconds. */
  readonly now: number;
  /** Findings about the database file at that path; any at all stops the restore. */
  readonly check: (database: string) => Promise<readonly string[]>;
};

/**
 * Unpacks and checks the archive beside the data, then swaps. Gives the folder that holds what was there before, or null
 * when there was nothing. Throws StartError while a server runs, for a folder that is not empty, and for anything but a
 * sound backup.
 */
export async function restore(data: DataDirectory, source: string, options: RestoreOptions): Promise<string | null> {
  const file = resolve(source);
  if (!existsSync(file)) throw new StartError(operationsWords.noArchive(file));
  prepareDataDirectory(data);
  const release = lockDataDirectory(data);
  const staging = mkdtempSync(join(data.folder, ".restore-"));
  try {
    const present = contents(data);
    if (present.length > 0 && !options.force) throw new StartError(operationsWords.folderNotEmpty(data.folder));
    await unpack(file, staging, data);
    const findings = await options.check(join(staging, basename(data.database)));
    if (findings.length > 0) throw new StartError(operationsWords.notOurArchive(file, findings.join("; ")));
    const aside = present.length > 0 ? moveAside(data, present, options.now) : null;
    moveIn(data, staging);
    return aside;
  } finally {
    rmSync(staging, { recursive: true, force: true });
    release();
  }
}

/** Paths in the data folder that hold something of the site, relative to it. */
function contents(data: DataDirectory): readonly string[] {
  const name = basename(data.database);
  const files = [name, `${name}-wal`, `${name}-shm`, basename(data.key)].filter((each) =>
    existsSync(join(data.folder, each)),
  );
  return [...files, ...fileFolders.filter((folder) => readdirSync(data[folder]).length > 0)];
}

/** Every entry is looked at before the first one is written: names that we make, plain files and folders, no links. */
async function unpack(file: string, staging: string, data: DataDirectory): Promise<void> {
  const database = basename(data.database);
  const single = [database, basename(data.key)].map((name) => name.replaceAll(".", "\\.")).join("|");
  const allowed = new RegExp(`^(${single}|(${fileFolders.join("|")})(/[\\w-][\\w.-]*)?)/?$`);
  const strangers: string[] = [];
  try {
    await list({
      file,
      strict: true,
      onReadEntry: (entry) => {
        const isPlain = entry.type === "File" || entry.type === "OldFile" || entry.type === "Directory";
        if (!isPlain || !allowed.test(entry.path)) strangers.push(entry.path);
      },
    });
    const [stranger] = strangers;
    if (stranger !== undefined) throw new Error(stranger);
    await extract({ file, cwd: staging, strict: true });
  } catch (error) {
    throw new StartError(operationsWords.notOurArchive(file, codeOf(error)), { cause: error });
  }
  if (!existsSync(join(staging, database))) throw new StartError(operationsWords.notOurArchive(file, database));
}

function moveAside(data: DataDirectory, present: readonly string[], now: number): string {
  const aside = join(data.backups, `before-restore-${new Date(now).toISOString().replaceAll(":", "-")}`);
  mkdirSync(aside, { recursive: true });
  for (const path of present) renameSync(join(data.folder, path), join(aside, path));
  return aside;
}

/** The database comes last: a restore that is cut off leaves a folder without one, which says so at the next try. */
function moveIn(data: DataDirectory, staging: string): void {
  for (const folder of fileFolders) {
    if (!existsSync(join(staging, folder))) continue;
    rmSync(data[folder], { recursive: true, force: true });
    renameSync(join(staging, folder), data[folder]);
  }
  const key = join(staging, basename(data.key));
  if (existsSync(key)) renameSync(key, data.key);
  renameSync(join(staging, basename(data.database)), data.database);
}
