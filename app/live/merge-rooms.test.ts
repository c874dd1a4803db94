import { describe, expect, it } from "vitest";
import type { AnnotationRecord } from "#app/rooms/reading-room.ts";
import { MergedRooms } from "./merge-rooms.ts";

const ulid = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const reading = `reading/${ulid}/${ulid}`;
const staff = `staff/${ulid}/${ulid}`;
const desk = `desk/${ulid}/${ulid}`;

function record(changed: Partial<AnnotationRecord> = {}): AnnotationRecord {
  return {
    id: "a",
    root: "a",
    parent: null,
    motivation: "commenting",
    status: "published",
    seat: "s",
    colour: "amber",
    target: null,
    more: [],
    kind: null,
    tags: [],
    body: "words",
    created: 1,
    edited: null,
    version: 1,
    ...changed,
  };
}
const tombstone = (version: number) => record({ status: "hidden", body: "", version });

function merged(...steps: readonly (readonly [string, AnnotationRecord | null])[]) {
  const rooms = new MergedRooms(new Set(["s"]));
  for (const [room, value] of steps) rooms.apply({ room, records: new Map([["a", value]]) });
  return rooms.get("a");
}

describe("MergedRooms", () => {
  it.each([
    ["one room", merged([reading, record()]), { body: "words", placement: "everyone" }],
    ["a private note", merged([desk, record()]), { body: "words", placement: "me" }],
    [
      "a body beats a tombstone",
      merged([reading, tombstone(2)], [staff, record({ status: "hidden", version: 2 })]),
      { body: "words", status: "hidden" },
    ],
    [
      "in the other order",
      merged([staff, record({ status: "hidden", version: 2 })], [reading, tombstone(2)]),
      { body: "words", status: "hidden" },
    ],
    [
      "a newer tombstone beats an old body",
      merged([staff, record()], [reading, tombstone(2)]),
      { body: "", version: 2 },
    ],
    [
      "a move adds before it removes",
      merged([desk, record({ version: 2 })], [reading, record({ version: 2 })], [desk, null]),
      { placement: "everyone" },
    ],
    [
      "hidden from others, kept on its creator's desk",
      merged([reading, tombstone(2)], [desk, record({ status: "hidden", version: 2 })]),
      { body: "words", placement: "everyone" },
    ],
  ])("%s", (_, note, expected) => {
    expect(note).toMatchObject(expected);
  });

  it.each([
    ["staff's words on the desk of whom they are for", [desk, record({ seat: "t" })], "staff"],
    ["the same words in the staff's room", [staff, record({ seat: "t" })], "staff"],
  ] as const)("a private reply: %s", (_, step, placement) => {
    expect(merged(step)?.placement).toBe(placement);
  });

  it("an own answer to a private reply is as private as that", () => {
    const rooms = new MergedRooms(new Set(["s"]));
    const answer = record({ id: "b", parent: "a", root: "r" });
    rooms.apply({ room: desk, records: new Map([["b", answer]]) });
    expect(rooms.get("b")?.placement).toBe("me");
    rooms.apply({ room: desk, records: new Map([["a", record({ parent: "r", root: "r", seat: "t" })]]) });
    expect(rooms.get("b")?.placement).toBe("staff");
  });

  it("shows reactions and what was said of a thread, the latest word of several rooms", () => {
    const rooms = new MergedRooms(new Set(["s"]));
    const said = (at: number) => ({ state: at > 1 ? "answered" : "open", by: "t", answer: null, at }) as const;
    rooms.apply({ room: reading, records: new Map([["a", record()]]), reactions: new Map([["a", { agree: ["t"] }]]) });
    rooms.apply({ room: reading, threads: new Map([["a", said(2)]]) });
    rooms.apply({ room: staff, threads: new Map([["a", said(1)]]) });
    expect(rooms.get("a")).toMatchObject({ reactions: { agree: ["t"] }, said: { state: "answered" } });
    rooms.apply({ room: reading, reactions: new Map([["a", null]]) });
    expect(rooms.get("a")?.reactions).toEqual({});
  });

  it("forgets a note when the last room lets it go", () => {
    expect(merged([reading, record()], [reading, null])).toBeNull();
  });

  it("leaving a room names what it held and keeps what others hold", () => {
    const rooms = new MergedRooms(new Set(["s"]));
    rooms.apply({
      room: reading,
      records: new Map([
        ["a", record()],
        ["b", record({ id: "b" })],
      ]),
    });
    rooms.apply({ room: staff, records: new Map([["a", record()]]) });
    expect(rooms.leave(reading).sort()).toEqual(["a", "b"]);
    expect(rooms.get("a")?.body).toBe("words");
    expect(rooms.get("b")).toBeNull();
  });
});
