/** Makes a backup of a data folder while the server may be running. */
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { create } from "tar";
import { operationsWords } from "#app/words/operations.ts";
import { type DataDirectory, StartError } from "../data-directory.ts";

/** Folders of files that are written once and never changed, so that a hard link is a copy. */
export const fileFolders = ["pictures", "outbox"] as const;

/**
 * Writes database, the key of the second factors, pictures and outbox as a .tar.gz and gives its size in bytes. Throws
 * StartError when the file exists or there is no database. Older copies in backups/ are not taken along.
 */
export async function backUp(data: DataDirectory, target: string): Promise<number> {
  const file = resolve(target);
  if (existsSync(file)) throw new StartError(operationsWords.backupExists(file));
  if (!existsSync(data.database)) throw new StartError(operationsWords.noDatabase(data.folder));
  const staging = mkdtempSync(join(data.folder, ".backup-"));
  const partial = `${file}.partial`;
  try {
    // Files before and after the database: whichever of the two it speaks of, a picture changed meanwhile is in there.
    linkFiles(data, staging);
    await copyDatabase(data.database, join(staging, basename(data.database)));
    linkFiles(data, staging);
    // Without it every app with codes would be refused after a restore; the archive is as secret as the folder.
    if (existsSync(data.key)) linkSync(data.key, join(staging, basename(data.key)));
    rmSync(partial, { force: true });
    await create({ gzip: true, file: partial, cwd: staging, portable: true }, readdirSync(staging));
    await sync(partial);
    renameSync(partial, file);
    return statSync(file).size;
  } finally {
    rmSync(partial, { force: true });
    rmSync(staging, { recursive: true, force: true });
  }
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to);
  } finally {
    source.close();
  }
}

function linkFiles(data: DataDirectory, staging: string): void {
  for (const name of fileFolders) {
    mkdirSync(join(staging, name), { recursive: true });
    for (const file of existsSync(data[name]) ? readdirSync(data[name]) : []) {
      const copy = join(staging, name, file);
      if (!existsSync(copy)) linkUnlessGone(join(data[name], file), copy);
    }
  }
}

/** A picture may be replaced between the listing and the link. */
function linkUnlessGone(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (existsSync(from)) throw error;
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}
