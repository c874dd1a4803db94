/** Notes in several sections: who reads them where, and that nothing of one section reaches another. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { ANNOTATIONS, REACTIONS } from "#app/rooms/reading-room.ts";
import { audiencesAmong } from "./annotations/places.ts";
import { type Course, openCourse } from "./board/test-course.ts";
import { makeCurationService } from "./curation.ts";
import { undoDecision } from "./moderation/undo.ts";
import { makeSectionService } from "./sections.ts";

let c: Course;
let [first, second]: readonly [string, string] = ["", ""];

beforeEach(async () => {
  c = await openCourse();
  const { read, writer, newId, time } = c.s.site;
  const parts = { read, newId, transact: writer.transact, clock: () => time.now };
  const sections = makeSectionService(parts);
  const said = { id: newId(), name: "Pairs", method: "hand", size: null } as const;
  const { id: set } = await sections.create(c.s.teacher, c.s.group, said);
  await sections.apply(c.s.teacher, set, 1, [
    { id: null, name: "A", members: [c.s.ada.id] },
    { id: null, name: "B", members: [c.s.ben.id] },
  ]);
  await c.change({ sectionSet: set });
  const inSection = await read.sections.ofSet(set);
  const cohorts = await read.cohorts.ofAssignment(c.id);
  const of = (name: string) =>
    cohorts.find(({ section }) => section === inSection.find((one) => one.name === name)?.id)?.audience ?? "";
  [first, second] = [of("A"), of("B")];
});
afterEach(() => c.s.site.close());

const post = (viewer: Viewer, audiences: readonly string[], body = "To all of you") => {
  const [audience = "", ...also] = audiences;
  return c.s.publish(viewer, { body, audience, ...(also.length > 0 ? { also } : {}) });
};
const lift = async (id: string) => {
  const { read, writer, newId, time } = c.s.site;
  const curation = makeCurationService({ read, newId, transact: writer.transact, clock: () => time.now });
  return (await curation.run(c.s.teacher, { verb: "lift", id })).decision;
};
const takeBack = (decision: number) =>
  c.s.site.writer.transact((store) => {
    const { newId, time } = c.s.site;
    return undoDecision(
      { store, now: time.now, newId, heed: async () => {}, judge: { id: c.s.teacher.id, role: "teacher" } },
      decision,
    );
  });
/** What the room of an audience says of a note. */
const said = async (audience: string, note: string, map: typeof ANNOTATIONS | typeof REACTIONS = ANNOTATIONS) => {
  const room = `reading/${c.s.text.id}/${audience}`;
  return (await c.s.site.read.feed.latest(room, map, [note])).get(note) ?? "null";
};
const audiences = async (note: string) => {
  const found = await c.s.site.read.annotations.find(note);
  return found === null ? [] : [...audiencesAmong(found)].sort();
};

describe("a note of staff", () => {
  it("stands in one section, in some or in all of them", async () => {
    const [one, both] = [await post(c.s.teacher, [first]), await post(c.s.teacher, [first, second])];
    expect(await audiences(one)).toEqual([first]);
    expect(await audiences(both)).toEqual([first, second].sort());
    expect([await said(second, one), (await said(second, both)) === "null"]).toEqual(["null", false]);
  });

  it("stands in sections of one assignment only, and a student's in the own one", async () => {
    const other = await c.assignments.copy(c.s.teacher, c.id, { group: c.s.group, days: null, withNotes: false });
    await c.assignments.publish(c.s.teacher, other.id);
    const [foreign] = await c.s.site.read.cohorts.ofAssignment(other.id);
    expect(await c.code(post(c.s.teacher, [first, foreign?.audience ?? ""]))).toBe("invalid");
    expect(await c.code(post(c.s.ada, [first, second]))).toBe("not-found");
    expect(await c.code(post(c.s.ada, [second]))).toBe("not-found");
  });

  it("is answered by students among themselves, and by staff before all", async () => {
    const note = await post(c.s.teacher, [first, second]);
    const [mine, theirs] = [await c.s.reply(c.s.ada, note), await c.s.reply(c.s.ben, note)];
    const everybody = await c.s.reply(c.s.teacher, note);
    expect([await audiences(mine), await audiences(theirs)]).toEqual([[first], [second]]);
    expect(await audiences(everybody)).toEqual([first, second].sort());
    expect([await said(second, mine), await said(first, theirs)]).toEqual(["null", "null"]);
    expect(await c.code(c.s.reply(c.s.ben, mine))).toBe("not-found");
    expect(await audiences(await c.s.reply(c.s.teacher, mine))).toEqual([first]);
  });

  it("shows each section the signs of its own readers, and those of staff", async () => {
    const note = await post(c.s.teacher, [first, second]);
    await c.s.react(c.s.ada, note, "agree");
    await c.s.react(c.s.teacher, note, "❤️");
    const [here, there] = [
      JSON.parse(await said(first, note, REACTIONS)),
      JSON.parse(await said(second, note, REACTIONS)),
    ];
    expect([here.agree?.length, there.agree]).toEqual([1, undefined]);
    expect(there["❤️"]).toHaveLength(1);
    const listed = async (viewer: Viewer) =>
      (await c.s.site.reading.notes(viewer, c.s.text.id, { from: 0, count: 9 })).notes.map(
        ({ reactions }) => reactions?.agree,
      );
    expect([await listed(c.s.ada), await listed(c.s.ben)]).toEqual([[[expect.any(String)]], [undefined]]);
  });

  it("is answered as a question only by what every section reads", async () => {
    const [audience = "", ...also] = [first, second];
    const question = await c.s.publish(c.s.teacher, { body: "Why?", motivation: "questioning", audience, also });
    const reply = await c.s.reply(c.s.ada, question);
    expect(await c.code(c.s.answer(c.s.teacher, question, reply))).toBe("invalid");
    expect(await c.code(c.s.answer(c.s.teacher, question, await c.s.reply(c.s.teacher, question)))).toBe("done");
  });
});

describe("a thread that is lifted", () => {
  const begin = async () => {
    const note = await post(c.s.ada, [first], "Worth reading");
    return { note, reply: await c.s.reply(c.s.teacher, note) };
  };

  it("is read in every section with its replies, counts once, and its author stays where they are", async () => {
    const { note, reply } = await begin();
    expect(await lift(note)).toBeTypeOf("number");
    expect([await audiences(note), await audiences(reply)]).toEqual([[first, second].sort(), [first, second].sort()]);
    expect(JSON.parse(await said(second, note))).toMatchObject({ body: "Worth reading" });
    expect((await c.rowOf(c.s.ada)).notes).toBe(1);
    const { rooms, seats } = await c.s.site.reading.open(c.s.ben, c.s.text.id);
    const { seat } = JSON.parse(await said(second, note));
    expect(seats.find((one) => one.seat === seat)).toMatchObject({ name: "Ada" });
    expect(rooms.some(({ room }) => room.endsWith(second))).toBe(true);
    const own = await c.s.site.reading.open(c.s.ada, c.s.text.id);
    expect(own.rooms.some(({ room }) => room.endsWith(second))).toBe(false);
    expect(await lift(note)).toBeNull();
  });

  it("is taken out again, until another section answers", async () => {
    const { note } = await begin();
    await takeBack((await lift(note)) ?? 0);
    expect([await audiences(note), await said(second, note)]).toEqual([[first], "null"]);
    const decision = (await lift(note)) ?? 0;
    await c.s.reply(c.s.ben, note);
    await expect(takeBack(decision)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is one of a section, and no reply", async () => {
    const { reply } = await begin();
    expect(await c.code(lift(await c.s.publish(c.s.ada)))).toBe("forbidden");
    expect(await c.code(lift(reply))).toBe("conflict");
  });
});

it("an author who reads in another section now keeps the note, and is told why it is not theirs to go on with", async () => {
  const note = await post(c.s.ada, [first], "From before");
  const set = (await c.assignments.edit(c.s.teacher, c.id)).sectionSet ?? "";
  const sections = await c.s.site.read.sections.ofSet(set);
  const { read, writer, newId, time } = c.s.site;
  await makeSectionService({ read, newId, transact: writer.transact, clock: () => time.now }).apply(
    c.s.teacher,
    set,
    2,
    [
      { id: sections[0]?.id ?? null, name: "A", members: [] },
      { id: sections[1]?.id ?? null, name: "B", members: [c.s.ada.id, c.s.ben.id] },
    ],
  );
  expect(Object.keys(await c.s.records(c.s.ada, note))).toContain("desk");
  expect(await c.code(c.s.reply(c.s.ada, note))).toBe("forbidden");
});
