import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CollectionService } from "#app/context/collections.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { moved } from "#app/domain/collection/collection.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { eraseThese } from "./annotations.ts";
import { makeCollectionService } from "./collections.ts";

const DAY = 24 * 60 * 60 * 1000;

let s: Seminar;
let mo: Viewer;
let service: CollectionService;
let tokens: number;

beforeEach(async () => {
  s = await openSeminar();
  mo = await s.site.addMember(s.group, "Mo", "moderator");
  tokens = 0;
  const { read, writer, newId, time } = s.site;
  service = makeCollectionService({
    ...{ read, newId, transact: writer.transact, clock: () => time.now, origin: "https://g.example" },
    secrets: { token: () => `token${tokens++}`, digest: (token) => createHash("sha256").update(token).digest("hex") },
  });
});
afterEach(() => s.site.close());

const make = async (isShown = true) =>
  (await service.create(mo, s.group, { id: s.site.newId(), title: "For the exam", description: "", isShown })).id;
const filled = async (...notes: readonly string[]) => {
  const id = await make();
  for (const note of notes) await service.add(mo, id, note);
  return id;
};
const rootsFor = async (viewer: Viewer, id: string) => (await service.open(viewer, id)).entries.map(({ root }) => root);
const share = async (id: string, withNames = false) => {
  const { link } = await service.share(mo, id, { days: 30, withNames });
  return link.split("/").at(-1) ?? "";
};
const code = (promise: Promise<unknown>) => promise.then(() => "done").catch((thrown: { code: string }) => thrown.code);

describe("a collection", () => {
  it("holds threads with their passages and replies, in the order of its curators", async () => {
    const [one, two] = [await s.publish(s.ada, { body: "First words" }), await s.publish(s.ben, { body: "Second" })];
    await s.reply(s.ben, one, { body: "An answer to the first" });
    const id = await filled(one, two);
    expect(await rootsFor(s.ada, id)).toEqual([one, two]);
    await service.move(mo, id, two, -1);
    await service.move(mo, id, two, -1);
    expect(await rootsFor(s.ada, id)).toEqual([two, one]);
    const [, first] = (await service.open(s.ada, id)).entries;
    expect(first?.notes.map(({ name, depth }) => [name, depth])).toEqual([
      ["Ada", 0],
      ["Ben", 1],
    ]);
    expect(first?.quotes).toHaveLength(1);
  });

  it("takes the thread of a reply, once", async () => {
    const root = await s.publish(s.ada);
    const reply = await s.reply(s.ben, root);
    expect(await rootsFor(s.ada, await filled(reply, root))).toEqual([root]);
  });

  it("keeps every entry when two curators move at the same time", async () => {
    const notes = [await s.publish(s.ada), await s.publish(s.ada), await s.publish(s.ada)];
    const id = await filled(...notes);
    await Promise.all([service.move(mo, id, notes[2] ?? "", -1), service.move(s.teacher, id, notes[0] ?? "", 1)]);
    expect([...(await rootsFor(s.ada, id))].sort()).toEqual([...notes].sort());
  });

  it("loses sight of what is hidden or erased, for members at once, and says so to its curators", async () => {
    const [one, two] = [await s.publish(s.ada, { body: "SECRET" }), await s.publish(s.ben)];
    const id = await filled(one, two);
    await s.act(s.teacher, "hide", one);
    expect(await rootsFor(s.ben, id)).toEqual([two]);
    expect(JSON.stringify(await service.open(s.ben, id))).not.toContain("SECRET");
    expect(await service.open(mo, id)).toMatchObject({ threads: 1, lost: [one] });
    expect((await service.list(s.ben, s.group)).lines).toMatchObject([{ threads: 1 }]);
    await s.site.writer.transact((store) => eraseThese(store, [two], s.site.time.now));
    expect(await rootsFor(s.ben, id)).toEqual([]);
  });

  it("shows a private reply of staff to nobody, not even to those between whom it stands", async () => {
    const root = await s.publish(s.ada);
    await s.reply(s.teacher, root, { body: "BETWEEN US", privately: true });
    const id = await filled(root);
    for (const viewer of [s.ada, s.teacher, s.ben]) {
      expect(JSON.stringify(await service.open(viewer, id))).not.toContain("BETWEEN US");
    }
  });

  it("for staff alone is unknown to members, and comes back after it was removed", async () => {
    const id = await make(false);
    expect(await code(service.open(s.ada, id))).toBe("not-found");
    expect((await service.list(s.ada, s.group)).lines).toEqual([]);
    await service.edit(mo, id, { title: "For the exam", description: "", isShown: true });
    await service.remove(mo, id, true);
    expect(await code(service.open(s.ada, id))).toBe("not-found");
    await service.remove(mo, id, false);
    expect(await code(service.open(s.ada, id))).toBe("done");
  });

  it("stands in the record without a word of it", async () => {
    const id = await filled(await s.publish(s.ada));
    const rows = await s.site.read.record.list({}, 10);
    expect(rows.map(({ verb, after }) => [verb, after.change])).toEqual([
      ["collection.change", "added"],
      ["collection.change", "created"],
    ]);
    expect(JSON.stringify(rows)).toContain(id);
    expect(JSON.stringify(rows)).not.toContain("exam");
  });

  it("leaves as a file that holds what its taker sees", async () => {
    const root = await s.publish(s.ada, { body: "Words to take" });
    const hidden = await s.publish(s.ben, { body: "SECRET" });
    const id = await filled(root, hidden);
    await s.act(s.teacher, "hide", hidden);
    const parts: Uint8Array[] = [];
    for await (const chunk of (await service.take(s.ada, id, "markdown")).chunks) parts.push(chunk);
    const file = Buffer.concat(parts).toString();
    expect(file).toContain("Words to take");
    expect(file).not.toContain("SECRET");
  });

  it.each([
    ["a private note", (): Promise<string> => s.publish(mo, { placement: "me" })],
    ["a note of another's desk", (): Promise<string> => s.publish(s.ada, { placement: "me" })],
    ["nothing", (): Promise<string> => Promise.resolve("01ARZ3NDEKTSV4RRFFQ69G5FAV")],
  ] as const)("does not take %s", async (_, note) => {
    expect(await code(service.add(mo, await make(), await note()))).toBe("not-found");
  });

  it("does not take a thread of another group", async () => {
    const id = await make();
    const elsewhere = await s.site.addGroup("Logic");
    const both = await s.site.addMember(elsewhere, "Both", "owner");
    const text = await s.site.addText(elsewhere, both);
    const note = s.site.newId();
    await s.site.annotations.run(both, {
      ...{ verb: "publish", id: note, document: text.id, motivation: "commenting", colour: "amber" },
      ...{ body: "There", placement: "everyone", target: null },
    });
    expect(await code(service.add(mo, id, note))).toBe("not-found");
  });
});

describe("a link to a collection", () => {
  it("shows what the whole group reads, without names unless these were wanted", async () => {
    const root = await s.publish(s.ada, { body: "Words" });
    await s.reply(s.ben, root, { body: "More words" });
    const id = await filled(root);
    const bare = await service.shared(await share(id));
    expect(bare.entries[0]?.notes.map(({ name }) => name)).toEqual(["Reader 1", "Reader 2"]);
    expect(JSON.stringify(bare)).not.toMatch(/Ada|Ben/);
    const named = await service.shared(await share(id, true));
    expect(named.entries[0]?.notes.map(({ name }) => name)).toEqual(["Ada", "Ben"]);
  });

  it("stops showing a note in the moment in which it is hidden", async () => {
    const root = await s.publish(s.ada, { body: "SECRET" });
    const token = await share(await filled(root));
    expect(JSON.stringify(await service.shared(token))).toContain("SECRET");
    await s.act(s.teacher, "hide", root);
    expect((await service.shared(token)).entries).toEqual([]);
  });

  it("ends with its time, by hand, and with the collection", async () => {
    const id = await filled(await s.publish(s.ada));
    const [old, revoked, last] = [await share(id), await share(id), await share(id)];
    s.site.time.now += 30 * DAY;
    expect(await code(service.shared(old))).toBe("gone");
    s.site.time.now -= 30 * DAY;
    const [, link] = (await service.open(mo, id)).links;
    await service.unshare(mo, id, link?.id ?? "");
    const left = [
      await code(service.shared(revoked)),
      await code(service.shared(last)),
      await code(service.shared(old)),
    ];
    expect(left.sort()).toEqual(["done", "done", "gone"]);
    await service.remove(mo, id, true);
    expect(await code(service.shared(old))).toBe("gone");
    await service.remove(mo, id, false);
    expect(await code(service.shared(last))).toBe("gone");
    expect(await code(service.shared("nothing"))).toBe("gone");
  });
});

it.each([
  ["up", ["a", "b", "c"], "c", -1, ["a", "c", "b"]],
  ["down", ["a", "b", "c"], "a", 1, ["b", "a", "c"]],
  ["no further than the first", ["a", "b"], "a", -1, ["a", "b"]],
  ["nothing that is not there", ["a", "b"], "x", 1, ["a", "b"]],
] as const)("an order is moved %s", (_, order, id, by, after) => {
  expect(moved(order, id, by)).toEqual(after);
});
