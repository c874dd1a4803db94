import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { openSeminar, type Seminar } from "./services/annotations/test-seminar.ts";
import { openStorage } from "./storage.ts";

const SENTINEL = "Quincunx";
let s: Seminar;
const folder = mkdtempSync(join(tmpdir(), "glossa-erasure-"));

afterEach(async () => {
  await s.site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Files of the data folder in which the word stands, in any case. */
const holding = (where: string) =>
  readdirSync(where).filter((file) => readFileSync(join(where, file), "latin1").toLowerCase().includes("quincunx"));

it("E1: what was erased stands in no byte of the file, its journal or the search index", async () => {
  s = await openSeminar();
  const owner = await s.site.addMember(s.group, "Ow", "owner");
  const id = await s.publish(s.ada, { body: `${SENTINEL} one`, tags: ["Quincunxes"] });
  await s.edit(s.ada, id, `${SENTINEL} two`, 1);
  for (let n = 0; n < 20; n += 1) await s.publish(s.ben, { body: `Others write as well, ${n}` });
  expect(holding(s.site.database.folder)).not.toEqual([]);
  const version = (await s.site.read.annotations.find(id))?.version ?? 0;
  const said = { reason: "privacy", toAuthor: "", toStaff: "" } as const;
  await s.site.moderation.decide(owner, { note: id, verb: "redact", version, ...said });
  // What the site's storage does on that effect, on the same file.
  const storage = openStorage({ database: s.site.database.file, backups: folder }, () => {});
  await storage.writer.transact(async (store) => store.effect({ kind: "erased" }));
  await storage.close();
  expect(holding(s.site.database.folder)).toEqual([]);
});
