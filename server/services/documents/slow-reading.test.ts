/** Promise: a text that takes its time is waited for on its page, can be given up, and is never lost without a word. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { DocumentService, ImportStanding } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { Problem } from "#app/domain/problem.ts";
import { makeDocumentService } from "../documents.ts";
import { openTestSite, type TestSite } from "../test-site.ts";
import type { Hand, ImportReading } from "./proposals.ts";
import { Readings } from "./readings.ts";

let site: TestSite;
let group: string;
let teacher: Viewer;
let documents: DocumentService;
let readings: Readings;
let reported: unknown[];
/** How every reading ends at once, if it does. */
let refusal: Problem | null;
/** The reading that is under way: its hand, and how it ends. */
let under: {
  readonly hand: Hand;
  readonly resolve: (reading: ImportReading) => void;
  readonly reject: (e: unknown) => void;
};

const pieces = [{ id: 0, label: "paragraph", clutter: null, html: "<p>A wall.</p>", text: "A wall." }] as const;
const facts = { title: "", author: "", language: "en", published: "", licence: "", rights: "" };
const reading: ImportReading = { ...facts, format: "plain", pieces, words: 2 };
const file = { bytes: new TextEncoder().encode("A wall."), fileName: "wall.txt" };

beforeEach(async () => {
  site = await openTestSite();
  group = await site.addGroup("Seminar");
  teacher = await site.addMember(group, "Tea", "teacher");
  reported = [];
  refusal = null;
  readings = new Readings({ patience: 0, report: (error) => reported.push(error) });
  documents = serviceOf(readings);
});
afterEach(() => site.close());

function serviceOf(kept: Readings): DocumentService {
  return makeDocumentService({
    ...{ read: site.read, transact: site.writer.transact, clock: () => site.time.now, newId: site.newId },
    imports: {
      fetch: async () => ({ ...file, fileName: "fetched.txt" }),
      read: (_, hand) =>
        new Promise((resolve, reject) => {
          under = { hand, resolve, reject };
          if (refusal !== null) reject(refusal);
          hand.signal.addEventListener("abort", () => reject(hand.signal.reason));
        }),
      build: async () => {
        const blocks = [{ n: 1, number: 1, kind: "paragraph", level: null, start: 0, end: 7 } as const];
        return {
          title: "",
          standfirst: "",
          html: "<p>A wall.</p>",
          text: "A wall.",
          blocks,
          pages: [],
          words: 2,
          language: "",
          dir: "ltr",
        };
      },
    },
    revise: async () => undefined,
    readings: kept,
    readersOf: () => [],
  });
}

const propose = async (input: Parameters<DocumentService["propose"]>[2] = file) =>
  (await documents.propose(teacher, group, input)).id;
const standing = (id: string): Promise<ImportStanding> => documents.preview(teacher, id);

it("tells how far it is, and becomes the preview", async () => {
  const id = await propose();
  site.time.now += 12_000;
  const named = { id, groupId: group, name: "wall.txt", state: "reading" };
  expect(await standing(id)).toEqual({ ...named, stage: "reading", share: null, elapsed: 12_000 });
  under.hand.onProgress({ stage: "reading", share: 0.5 });
  expect(await documents.progress(teacher, id)).toMatchObject({ share: 0.5 });
  under.resolve(reading);
  await readings.ended(id);
  expect(await documents.progress(teacher, id)).toBeNull();
  expect(await standing(id)).toMatchObject({ state: "ready", pieces });
});

it("is awaited by whoever adds it at once", async () => {
  const id = await propose({ address: "https://texts.example/wall" });
  expect(await standing(id)).toMatchObject({ name: "https://texts.example/wall" });
  const added = documents.add(teacher, id, { labels: {}, leftOut: [] }, { ...facts, source: "" });
  under.resolve(reading);
  expect(await added).toEqual({ id });
});

it("leads the same file to the reading that is under way", async () => {
  const id = await propose();
  expect(await propose()).toBe(id);
});

it("reads four of one member at a time", async () => {
  const numbered = (n: number) => propose({ ...file, fileName: `wall-${n}.txt` });
  for (const n of [1, 2, 3, 4]) await numbered(n);
  await expect(numbered(5)).rejects.toMatchObject({ code: "too-many" });
  under.resolve(reading);
  await expect.poll(() => site.read.imports.countRead(teacher.id)).toBe(3);
  expect(await numbered(5)).toEqual(expect.any(String));
});

it.each([
  ["a refusal", new Problem("too-large", "Too large."), "Too large.", 0],
  ["an error", new Error("broken"), "The reading of this text was cut off. Please try it once more.", 1],
])("says %s that comes late, and does not count it", async (_, error, sentence, reports) => {
  const id = await propose();
  under.reject(error);
  await readings.ended(id);
  expect(await standing(id)).toMatchObject({ state: "failed", sentence, name: "wall.txt" });
  expect(reported).toHaveLength(reports);
  expect(await site.read.imports.count(teacher.id)).toBe(0);
  const add = documents.add(teacher, id, { labels: {}, leftOut: [] }, { ...facts, source: "" });
  await expect(add).rejects.toMatchObject({ code: "invalid", sentence });
  expect(await propose()).not.toBe(id);
});

it("refuses as before what is refused in time, and keeps nothing of it", async () => {
  documents = serviceOf(new Readings({ patience: 60_000 }));
  refusal = new Problem("invalid", "No text.");
  await expect(propose()).rejects.toMatchObject({ sentence: "No text." });
  expect(site.database.read.sqlite.prepare("SELECT count(*) FROM imports").pluck().get()).toBe(0);
});

it("is given up by its owner alone", async () => {
  const id = await propose();
  const other = await site.addMember(group, "Tom", "teacher");
  await expect(documents.cancel(other, id)).rejects.toMatchObject({ code: "not-found" });
  expect(await documents.cancel(teacher, id)).toEqual({ groupId: group });
  await readings.ended(id);
  expect(under.hand.signal.aborted).toBe(true);
  await expect(standing(id)).rejects.toMatchObject({ code: "not-found" });
  expect(reported).toEqual([]);
});

it("has failed when its process has ended", async () => {
  const id = await propose();
  await readings.close();
  expect(await site.read.imports.state(id, teacher.id)).toMatchObject({ state: "reading" });
  documents = serviceOf(new Readings());
  expect(await standing(id)).toMatchObject({ state: "failed" });
  await site.writer.transact((store) => store.imports.failBefore(Number.POSITIVE_INFINITY));
  expect(await site.read.imports.state(id, teacher.id)).toMatchObject({ state: "failed" });
});
