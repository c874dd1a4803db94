import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { type Course, openCourse } from "./board/test-course.ts";
import { isVeiledNote, rosterFor } from "./veil.ts";

let c: Course;
beforeEach(async () => {
  c = await openCourse({ anonymity: "required" });
});
afterEach(() => c.s.site.close());

const PSEUDONYM = /^\p{L}+ \d{3}$/u;
const roster = async (viewer: Viewer, role: "member" | "teacher" = "member", assignment = c.id) => {
  const [cohort] = await c.s.site.read.cohorts.ofAssignment(assignment);
  return rosterFor(c.s.site.read, { id: viewer.id, role }, [cohort?.audience ?? ""]);
};
const names = async (viewer: Viewer, role?: "teacher") => (await roster(viewer, role)).map(({ name }) => name).sort();

describe("names where pseudonyms are required", () => {
  it("are seen by staff and by oneself, with what the others see beside them; peers see pseudonyms, and staff by name", async () => {
    const { ada, ben, teacher, observer } = c.s;
    const all = [ada.name, ben.name, observer.name, teacher.name].sort();
    expect(await names(teacher, "teacher")).toEqual(all);
    const seen = await roster(ben);
    expect(seen.filter(({ name }) => PSEUDONYM.test(name))).toHaveLength(2);
    expect(seen.find(({ id }) => id === ben.id)).toMatchObject({
      name: ben.name,
      veil: expect.stringMatching(PSEUDONYM),
    });
    expect(seen.find(({ id }) => id === teacher.id)).toMatchObject({ name: teacher.name, veil: null });
    const hidden = seen.filter(({ id }) => id.startsWith("veil-"));
    expect(
      hidden.every(({ picture, pronouns, role }) => picture === null && pronouns === "" && role === "member"),
    ).toBe(true);
    const forStaff = await roster(teacher, "teacher");
    expect(new Set(forStaff.flatMap(({ veil }) => veil ?? [])).size).toBe(3);
  });

  it("are the same pseudonym each time, and another one in another assignment", async () => {
    const other = await c.assignments.copy(c.s.teacher, c.id, { group: c.s.group, days: null, withNotes: false });
    await c.assignments.publish(c.s.teacher, other.id);
    const ids = async (assignment?: string) => (await roster(c.s.ben, "member", assignment)).map(({ id }) => id);
    const veiled = (all: readonly string[]) => all.filter((id) => id.startsWith("veil-"));
    expect(await ids()).toEqual(await ids());
    const [here, there] = [veiled(await ids()), veiled(await ids(other.id))];
    expect(here).toHaveLength(2);
    expect(here.filter((id) => there.includes(id))).toEqual([]);
  });

  it("are told to oneself before the gate opens: nobody announces then where they read", async () => {
    await c.change({ reveal: { kind: "manual", revealed: false } });
    const { seats, cohorts } = await c.s.site.reading.open(c.s.ada, c.s.text.id);
    expect(seats.find(({ seat }) => seat === cohorts[0]?.seat)?.veil).toMatch(PSEUDONYM);
    expect(seats.filter(({ audience }) => audience === cohorts[0]?.audience)).toHaveLength(1);
  });

  it("cannot be brought back once somebody wrote", async () => {
    await c.change({ anonymity: "off" });
    await c.change({ anonymity: "required" });
    await c.write(c.s.ada, "Under no name");
    const changed = c.change({ anonymity: "optional" });
    await expect(changed).rejects.toMatchObject({ code: "invalid", fields: { anonymity: expect.any(String) } });
  });

  it("are in no news: who follows somebody hears nothing, and whom somebody ignores is not told apart", async () => {
    const { s } = c;
    await s.site.writer.transact(async (store) => {
      const subject = { kind: "member", id: s.ada.id, group: s.group } as const;
      await store.follows.set(s.ben.id, subject, "follow", s.site.time.now);
    });
    const note = await c.write(s.ada, "Under no name");
    const found = await s.site.read.annotations.find(note);
    expect(found !== null && (await isVeiledNote(s.site.read, found))).toBe(true);
    expect((await s.site.read.notifications.ofNote(note)).map(({ member }) => member)).not.toContain(s.ben.id);
  });
});

describe("where it is each student's to choose", () => {
  beforeEach(() => c.change({ anonymity: "off" }).then(() => c.change({ anonymity: "optional" })));
  const veil = async (viewer: Viewer) => (await c.work.open(viewer, c.id)).veil;

  it("a pseudonym holds until the name is chosen, for all that was written", async () => {
    const { ada, ben } = c.s;
    await c.write(ada, "Under no name yet");
    expect(await veil(ada)).toEqual({ mayChoose: true, name: expect.stringMatching(PSEUDONYM) });
    await c.work.chooseVeil(ada, c.id, false);
    expect(await veil(ada)).toEqual({ mayChoose: true, name: null });
    expect((await roster(ben)).map(({ name }) => name)).toContain(ada.name);
  });

  it("nobody chooses for others, and where names or pseudonyms are set nobody chooses", async () => {
    expect(await c.code(c.work.chooseVeil(c.s.teacher, c.id, true))).toBe("forbidden");
    await c.change({ anonymity: "required" });
    expect(await c.code(c.work.chooseVeil(c.s.ada, c.id, false))).toBe("forbidden");
  });
});
