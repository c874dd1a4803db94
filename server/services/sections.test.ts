import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { seatLateComers } from "./sections/late-comers.ts";
import { openTestSite, type TestSite } from "./test-site.ts";

let site: TestSite;
let group: string;
let teacher: Viewer;
let students: readonly Viewer[];

beforeEach(async () => {
  site = await openTestSite();
  group = await site.addGroup("Rhetoric");
  teacher = await site.addMember(group, "Ingrid", "teacher");
  students = await Promise.all(
    ["Ada", "Ben", "Cem", "Dee", "Eva", "Fay", "Gus"].map((name) => site.addMember(group, name, "member")),
  );
});
afterEach(() => site.close());

const ids = () => students.map(({ id }) => id);
const newSet = async (method: "auto" | "hand" = "auto") =>
  (await site.sections.create(teacher, group, { id: site.newId(), name: "Pairs", method, size: 3 })).id;
const divided = async () => {
  const set = await newSet();
  const { division } = await site.sections.propose(teacher, set, { size: 3, seed: 1 });
  await site.sections.apply(teacher, set, 1, division);
  return set;
};
const seatsOf = async (set: string) =>
  (await site.sections.open(teacher, set)).sections.map(({ members }) => members.map(({ id }) => id));

describe("a division into sections", () => {
  it("is looked at first, and seats everybody once it is made", async () => {
    const set = await newSet();
    const preview = await site.sections.propose(teacher, set, { size: 3, seed: 1 });
    expect(preview.moves).toHaveLength(7);
    expect((await site.sections.open(teacher, set)).sections).toEqual([]);
    expect(await site.sections.apply(teacher, set, 1, preview.division)).toEqual({ version: 2 });
    const page = await site.sections.open(teacher, set);
    expect(page.sections.map(({ members }) => members.length)).toEqual([3, 2, 2]);
    expect(page.unseated).toEqual([]);
  });

  it("gives each section an audience with its members and all staff, and takes the seats of those who move", async () => {
    const set = await divided();
    const [first, second] = (await site.sections.open(teacher, set)).sections;
    if (first === undefined || second === undefined) throw new Error("Two sections were made.");
    const seated = async () => {
      const rooms = await site.read.cohorts.ofSections([first.id, second.id]);
      return Promise.all(rooms.map(async ({ audience }) => (await site.read.cohorts.seated(audience)).length));
    };
    expect((await seated()).sort()).toEqual([3, 4]);
    const mover = first.members[0]?.id ?? "";
    const division = [
      { id: first.id, name: first.name, members: first.members.slice(1).map(({ id }) => id) },
      { id: second.id, name: second.name, members: [...second.members.map(({ id }) => id), mover] },
    ];
    await site.sections.apply(teacher, set, 2, division);
    expect((await seated()).sort()).toEqual([3, 4]);
    expect(site.committed.flat()).toContainEqual(
      expect.objectContaining({ kind: "rights", members: expect.arrayContaining([mover]) }),
    );
  });

  it("refuses the slower of two teachers", async () => {
    const set = await newSet();
    const { division } = await site.sections.propose(teacher, set, { size: 3, seed: 1 });
    await site.sections.apply(teacher, set, 1, division);
    await expect(site.sections.apply(teacher, set, 1, [])).rejects.toMatchObject({ code: "conflict" });
  });

  it("takes the last change back, and only once", async () => {
    const set = await divided();
    const before = await seatsOf(set);
    const again = await site.sections.propose(teacher, set, { size: 4, seed: 3 });
    await site.sections.apply(teacher, set, 2, again.division);
    expect(await seatsOf(set)).not.toEqual(before);
    const { undoable } = await site.sections.open(teacher, set);
    await site.sections.undo(teacher, set, undoable?.id ?? "");
    expect((await seatsOf(set)).map((members) => [...members].sort())).toEqual(
      before.map((members) => [...members].sort()),
    );
    await expect(site.sections.undo(teacher, set, undoable?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
  });

  it("writes each change into the record", async () => {
    const set = await divided();
    const last = await site.read.record.latest("section", set);
    expect(last).toMatchObject({ verb: "section.change", actorRole: "teacher", group });
  });

  it.each([
    ["a stranger to the group", () => [{ id: null, name: "A", members: ["nobody"] }], "conflict"],
    ["somebody twice", () => [{ id: null, name: "A", members: [ids()[0] ?? "", ids()[0] ?? ""] }], "invalid"],
    [
      "two sections of one name",
      () => [
        { id: null, name: "A", members: [] },
        { id: null, name: " A ", members: [] },
      ],
      "invalid",
    ],
    ["a section of another division", () => [{ id: "01ARZ3NDEKTSV4RRFFQ69G5FAV", name: "A", members: [] }], "conflict"],
  ] as const)("refuses %s", async (_, division, code) => {
    const set = await newSet("hand");
    await expect(site.sections.apply(teacher, set, 1, division())).rejects.toMatchObject({ code });
  });

  it("seats who comes late in the smallest section, and nobody whom a teacher took out", async () => {
    const set = await divided();
    const late = await site.addMember(group, "Hal", "member");
    await site.writer.transact((store) => seatLateComers({ store, now: site.time.now }, group));
    const page = await site.sections.open(teacher, set);
    expect(page.sections.filter(({ members }) => members.some(({ id }) => id === late.id))).toHaveLength(1);
    const without = page.sections.map(({ id, name, members }) => ({
      ...{ id, name },
      members: members.flatMap((member) => (member.id === late.id ? [] : member.id)),
    }));
    await site.sections.apply(teacher, set, page.version, without);
    await site.writer.transact((store) => seatLateComers({ store, now: site.time.now }, group));
    expect((await site.sections.open(teacher, set)).unseated).toEqual([{ id: late.id, name: "Hal" }]);
  });

  it("is for teachers alone, and unknown outside", async () => {
    const set = await divided();
    const outside = await site.addMember(await site.addGroup("Logic"), "Zoe", "teacher");
    const [student] = students;
    if (student === undefined) throw new Error("There are students.");
    await expect(site.sections.open(student, set)).rejects.toMatchObject({ code: "forbidden" });
    await expect(site.sections.open(outside, set)).rejects.toMatchObject({ code: "not-found" });
  });
});
