import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SummaryService } from "#app/context/summaries.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { MAX_SUMMARY } from "#app/domain/summary/summary.ts";
import { SUMMARIES, type SummaryRecord } from "#app/rooms/reading-room.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { eraseThese } from "./annotations.ts";
import { makeSummaryService } from "./summaries.ts";

let s: Seminar;
let mo: Viewer;
let service: SummaryService;
let root: string;
let reply: string;

beforeEach(async () => {
  s = await openSeminar();
  mo = await s.site.addMember(s.group, "Mo", "moderator");
  const { read, writer, newId, time } = s.site;
  service = makeSummaryService({ read, newId, transact: writer.transact, clock: () => time.now });
  root = await s.publish(s.ada, { body: "Is the wall a wall?" });
  reply = await s.reply(s.ben, root, { body: "It is a window." });
});
afterEach(() => s.site.close());

const code = (promise: Promise<unknown>) => promise.then(() => "done").catch((thrown: { code: string }) => thrown.code);
const write = (body: string, latest: number, by = mo) => service.publish(by, root, { body, latest });
/** What the readers' room says of the thread's summary. */
async function inRoom(): Promise<SummaryRecord | null> {
  const note = await s.site.read.annotations.find(root);
  const room = `reading/${s.text.id}/${note?.placements.find(({ kind }) => kind === "group")?.audience}`;
  return JSON.parse((await s.site.read.feed.latest(room, SUMMARIES, [root])).get(root) ?? "null");
}

describe("a summary", () => {
  it("stands in the readers' room with the notes that it cites, as they were", async () => {
    const n = await write(`They [disagree](note:${reply}), and [strangers](note:${s.site.newId()}) do too.`, 0);
    expect(n).toEqual({ n: 1 });
    expect(await inRoom()).toMatchObject({ n: 1, cited: [{ note: reply, version: 1 }] });
    const page = await service.open(mo, reply);
    expect(page.shown).toEqual({ n: 1, freshness: { known: 1, all: 1, changed: [], gone: [] } });
    expect(page.notes.map(({ name, depth }) => [name, depth])).toEqual([
      ["Ada", 0],
      ["Ben", 1],
    ]);
    expect(page.notes[1]?.citation).toBe(`[Ben](note:${reply})`);
  });

  it("says what it does not know: replies that came, notes that were changed or are gone", async () => {
    await write(`[Ben](note:${reply}) and [Ada](note:${root}).`, 0);
    s.site.time.now += 1_000;
    await s.reply(s.ada, root, { body: "A door, rather." });
    await s.act(s.teacher, "hide", reply);
    expect((await service.open(mo, root)).shown?.freshness).toEqual({ known: 0, all: 1, changed: [], gone: [reply] });
  });

  it("meets a conflict where somebody was faster, and nothing is lost of what they published", async () => {
    await write("One.", 0);
    expect(await code(write("Another one.", 0, s.teacher))).toBe("conflict");
    expect(await inRoom()).toMatchObject({ n: 1, body: "One." });
    expect(await write("Both.", 1, s.teacher)).toEqual({ n: 2 });
    expect((await service.open(mo, root)).versions.map(({ n, name }) => [n, name])).toEqual([
      [2, "Tea"],
      [1, "Mo"],
    ]);
  });

  it("is withdrawn, and each change can be taken back from the record", async () => {
    await write("One.", 0);
    await write("Two.", 1);
    await service.withdraw(mo, root, 2);
    expect(await inRoom()).toBeNull();
    const last = await s.site.read.record.latest("thread", root);
    expect(last).toMatchObject({ verb: "summary.withdraw", before: { summary: 2 }, after: { summary: null } });
    await s.site.moderation.undo(mo, last?.seq ?? 0);
    expect(await inRoom()).toMatchObject({ n: 2, body: "Two." });
    expect(await code(service.withdraw(mo, root, 1))).toBe("conflict");
  });

  it("leaves the readers' room with a thread that is hidden, and comes back with it", async () => {
    await write("One.", 0);
    await s.act(s.teacher, "hide", root);
    expect(await inRoom()).toBeNull();
    expect(await code(write("Two.", 1))).toBe("conflict");
    await s.act(s.teacher, "restore", root);
    expect(await inRoom()).toMatchObject({ body: "One." });
  });

  it("goes with the words that it cites, in every version", async () => {
    await write(`[Ben](note:${reply}) says SECRET.`, 0);
    await write(`[Ada](note:${root}) asks.`, 1);
    await s.site.writer.transact((store) => eraseThese(store, [reply], s.site.time.now));
    const page = await service.open(mo, root);
    expect(page.versions.map(({ body }) => body)).toEqual([`[Ada](note:${root}) asks.`, ""]);
    await s.site.writer.transact((store) => eraseThese(store, [root], s.site.time.now));
    expect(await inRoom()).toBeNull();
  });

  it.each([
    ["members", () => s.ada, "forbidden"],
    ["strangers", () => s.stranger, "not-found"],
  ])("is nothing for %s", async (_, who, expected) => {
    expect(await code(service.open(who(), root))).toBe(expected);
    expect(await code(write("One.", 0, who()))).toBe(expected);
    expect(await code(service.withdraw(who(), root, 0))).toBe(expected);
  });

  it.each([
    ["no words", "  \n "],
    ["too many", "a".repeat(MAX_SUMMARY + 1)],
  ])("refuses %s", async (_, body) => {
    expect(await code(write(body, 0))).toBe("invalid");
  });
});
