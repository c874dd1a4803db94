import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseRoom, type Room, type TextRoom } from "#app/rooms/names.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});
afterEach(() => s.site.close());

const roomsOf = async (name: "teacher" | "ada" | "ben") => (await s.site.reading.open(s[name], s.text.id)).rooms;
const roomNamed = async (name: "teacher" | "ada" | "ben", kind: TextRoom["kind"]): Promise<TextRoom> => {
  const found = (await roomsOf(name)).map(({ room }) => parseRoom(room)).find((room) => room?.kind === kind);
  if (found == null || !("document" in found)) throw new Error(`${name} has no ${kind} room`);
  return found;
};

describe("the reading page", () => {
  it("gives each role its rooms, the group's first", async () => {
    const kinds = (rooms: readonly { room: string }[]) => rooms.map(({ room }) => parseRoom(room)?.kind);
    expect(kinds(await roomsOf("ada"))).toEqual(["reading", "desk"]);
    expect(kinds(await roomsOf("teacher"))).toEqual(["reading", "staff", "desk"]);
    expect((await roomsOf("ada"))[0]).toEqual((await roomsOf("ben"))[0]);
  });

  it("names every seat of the group, and of no desk but one's own", async () => {
    const page = await s.site.reading.open(s.ada, s.text.id);
    expect(page.seats.map(({ name }) => name).sort()).toEqual(["Ada", "Ada", "Ben", "Obi", "Tea"]);
    expect(page.ownSeats).toHaveLength(2);
    expect(Object.keys(page.seats[0] ?? {}).sort()).toEqual([
      "audience",
      "hue",
      "id",
      "name",
      "picture",
      "pronouns",
      "role",
      "room",
      "seat",
      "veil",
    ]);
  });

  it("remembers those who left without their role", async () => {
    await s.site.writer.transact(async (store) => {
      await store.memberships.leave(s.group, s.ben.id, s.site.time.now);
      await store.audiences.dismiss({ groupId: s.group, memberId: s.ben.id, now: s.site.time.now });
    });
    const { seats } = await s.site.reading.open(s.ada, s.text.id);
    expect(seats.find(({ id }) => id === s.ben.id)).toMatchObject({ name: "Ben", role: null });
  });

  it("knows what is new, and where the reader stopped", async () => {
    expect(await s.site.reading.open(s.ada, s.text.id)).toMatchObject({ seenAt: 0, block: 1 });
    await s.site.reading.seen(s.ada, s.text.id, { block: 3 });
    expect(await s.site.reading.open(s.ada, s.text.id)).toMatchObject({ seenAt: 0, block: 3 });
    s.site.time.now += 5;
    await s.site.news.read(s.ada, s.text.id, "all");
    expect(await s.site.reading.open(s.ada, s.text.id)).toMatchObject({ seenAt: s.site.time.now - 1, block: 3 });
    await expect(s.site.reading.seen(s.ada, s.text.id, { block: 0.5 })).rejects.toMatchObject({ code: "invalid" });
  });

  it("does not exist for strangers", async () => {
    const { reading } = s.site;
    const id = await s.publish(s.ada);
    const asks = [
      () => reading.open(s.stranger, s.text.id),
      () => reading.article(s.stranger, s.text.id),
      () => reading.notes(s.stranger, s.text.id, { from: 0, count: 9 }),
      () => reading.seats(s.stranger, s.text.id),
      () => reading.seen(s.stranger, s.text.id, { block: 1 }),
      () => reading.find(s.stranger, id),
      () => reading.find(s.stranger, s.site.newId()),
    ];
    for (const ask of asks) await expect(ask()).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("listed notes", () => {
  it("come in text order, a page at a time, with their answers", async () => {
    const late = await s.publish(s.ada, { target: null, body: "On the whole text" });
    const early = await s.publish(s.ben);
    const answer = await s.reply(s.teacher, early);
    const { notes, total } = await s.site.reading.notes(s.ada, s.text.id, { from: 0, count: 9 });
    expect(notes.map(({ id }) => id)).toEqual([late, early]);
    expect(notes[1]?.replies).toMatchObject([{ id: answer, role: "teacher", by: { name: "Tea" } }]);
    expect(total).toBe(2);
    const second = await s.site.reading.notes(s.ada, s.text.id, { from: 1, count: 1 });
    expect(second.notes.map(({ id }) => id)).toEqual([early]);
  });
});

describe("a permanent address", () => {
  it("answers by what became of the note", async () => {
    const { find } = s.site.reading;
    const document = s.text.id;
    const root = await s.publish(s.ada);
    const answer = await s.reply(s.ben, root);
    expect(await find(s.teacher, answer)).toEqual({ kind: "here", document, note: answer, root });
    await s.act(s.teacher, "hide", root);
    expect(await find(s.ben, root)).toEqual({ kind: "hidden", document });
    expect(await find(s.ada, root)).toMatchObject({ kind: "here" });
    await s.act(s.ben, "delete", answer);
    expect(await find(s.teacher, answer)).toEqual({ kind: "deleted", document });
  });
});

describe("the doorkeeper", () => {
  it("opens a room to those who have it, with presence in the group's room only", async () => {
    const { enter } = s.site.rights;
    const [reading, desk, staff] = [
      await roomNamed("ada", "reading"),
      await roomNamed("ada", "desk"),
      await roomNamed("teacher", "staff"),
    ];
    const grant = { kind: "open", epoch: CURRENT_EPOCH, document: s.text.id, group: s.group };
    const inbox = { kind: "inbox", member: s.ada.id } as const;
    expect(await enter(s.ada.id, inbox)).toMatchObject({ document: "", group: "", presence: false });
    expect(await enter(s.ada.id, reading)).toMatchObject({ ...grant, presence: true });
    expect(await enter(s.ada.id, desk)).toMatchObject({ ...grant, presence: false });
    expect(await enter(s.teacher.id, staff)).toMatchObject({ ...grant, presence: false });
    for (const [member, room] of [
      [s.ada.id, staff],
      [s.ben.id, desk],
      [s.teacher.id, desk],
      [s.stranger.id, reading],
      [s.ada.id, { ...reading, document: s.site.newId() }],
      [s.ben.id, inbox],
      ["nobody", reading],
    ] satisfies readonly (readonly [string, Room])[]) {
      expect(await enter(member, room)).toBe("unknown");
    }
  });

  it("shuts the staff room on a teacher who becomes a member, and all rooms on a leaver", async () => {
    const [staff, reading] = [await roomNamed("teacher", "staff"), await roomNamed("teacher", "reading")];
    const at = { groupId: s.group, memberId: s.teacher.id, now: s.site.time.now, newId: s.site.newId };
    await s.site.writer.transact(async (store) => {
      await store.memberships.setRole(s.group, s.teacher.id, "member");
      await store.audiences.admit({ ...at, role: "member" });
    });
    expect(await s.site.rights.enter(s.teacher.id, staff)).toBe("unknown");
    const before = await s.site.rights.enter(s.teacher.id, reading);
    expect(before).toMatchObject({ kind: "open" });
    await s.site.writer.transact(async (store) => {
      await store.memberships.leave(s.group, s.teacher.id, s.site.time.now);
      await store.audiences.dismiss(at);
    });
    expect(await s.site.rights.enter(s.teacher.id, reading)).toBe("unknown");
    await s.site.writer.transact(async (store) => {
      await store.memberships.admit({ groupId: s.group, memberId: s.teacher.id, role: "member", joinedAt: at.now });
      await store.audiences.admit({ ...at, role: "member" });
    });
    expect(await s.site.rights.enter(s.teacher.id, reading)).toEqual(before);
  });
});
