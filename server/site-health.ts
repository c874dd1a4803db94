/** What the process knows of its machine and its folder. */
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { SiteHealth } from "#app/context/site.ts";
import type { DataDirectory } from "./data-directory.ts";

type Known = Pick<SiteHealth, "version" | "uptime" | "sockets" | "rooms" | "isHttps" | "hasMail">;

/** Measures the folder anew; sizes in bytes. A file that goes away meanwhile counts as nothing. */
export async function healthOf({ folder, database }: DataDirectory, known: Known): Promise<SiteHealth> {
  const { bavail, bsize } = await statfs(folder);
  return {
    ...known,
    node: process.version,
    database: await sizeOf(database),
    wal: await sizeOf(`${database}-wal`),
    folder: await folderSize(folder),
    freeDisk: bavail * bsize,
  };
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let size = 0;
  for (const entry of entries) if (entry.isFile()) size += await sizeOf(join(entry.parentPath, entry.name));
  return size;
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
