/** What is set once and used again: starts, copies, dates. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CopyChoice } from "#app/context/assignments.ts";
import { type Course, openCourse, points } from "./board/test-course.ts";

const HOUR = 60 * 60 * 1000;
const zone = "Europe/Berlin";
const at = (moment: string) => Date.parse(moment);

let c: Course;
let other: string;
beforeEach(async () => {
  c = await openCourse();
  other = await c.s.site.addGroup("Next term");
  await c.s.site.writer.transact(async (store) => {
    const place = { groupId: other, memberId: c.s.teacher.id, role: "teacher" } as const;
    await store.memberships.admit({ ...place, joinedAt: 0 });
    await store.audiences.admit({ ...place, now: 0, newId: c.s.site.newId });
  });
});
afterEach(() => c.s.site.close());

const copy = async (over: Partial<CopyChoice> = {}) => {
  const choice = { group: c.s.group, days: 7, withNotes: false, ...over };
  return (await c.assignments.copy(c.s.teacher, c.id, choice)).id;
};
const setting = (id: string) => c.assignments.edit(c.s.teacher, id);
const row = async (id: string) => {
  const found = await c.s.site.read.assignments.find(id);
  if (found === null) throw new Error("is not there");
  return found;
};

describe("a copy", () => {
  it("takes over nothing of the life of its original: neither publication nor what was collected and released", async () => {
    await c.s.site.writer.transact(async (store) => {
      await store.assignments.setCollected(c.id, c.s.site.time.now);
    });
    const copied = await row(await copy());
    expect(copied).toMatchObject({
      state: "draft",
      version: 1,
      publishedAt: null,
      releasedAt: null,
      collectedAt: null,
    });
  });

  it("moves the time at which its readers see each other with the other times", async () => {
    const dueAt = at("2026-10-23T15:00Z");
    const times = { zone, opensAt: null, dueAt, closesAt: null };
    await c.change({ times, reveal: { kind: "at", time: dueAt + HOUR } });
    const moved = at("2026-10-30T16:00Z");
    expect(await setting(await copy())).toMatchObject({
      times: { dueAt: moved },
      reveal: { kind: "at", time: moved + HOUR },
    });
    expect(await setting(await copy({ days: null }))).toMatchObject({
      times: { zone, dueAt: null },
      reveal: { kind: "manual", revealed: false },
    });
  });

  it("reads the same words in another group: the text that is there, or one that is added", async () => {
    const prompt = {
      id: c.s.site.newId(),
      document: c.s.text.id,
      number: 2,
      words: "Find it",
      answer: "note",
    } as const;
    await c.change({ prompts: [{ ...prompt, tags: [], minWords: 0, isRequired: true }] });
    const first = await setting(await copy({ group: other }));
    const [text] = first.texts;
    expect(first.group.id).toBe(other);
    expect(first.prompts).toMatchObject([{ document: text?.document, number: 2, words: "Find it" }]);
    expect(text?.document).not.toBe(c.s.text.id);
    const again = await setting(await copy({ group: other }));
    expect(again.texts[0]?.document).toBe(text?.document);
    expect(first.choice.texts).toHaveLength(1);
  });

  it("asks in another group for a kind of that name, and for none where there is none", async () => {
    const make = (group: string, id: string) =>
      c.s.site.writer.transact((store) =>
        store.kinds.insert(group, { id, name: "Echo", meaning: "", retiredAt: null }, 0),
      );
    const [mine, theirs] = [c.s.site.newId(), c.s.site.newId()];
    await make(c.s.group, mine);
    await c.change({ requirements: [{ kind: "of-kind", of: mine, count: 2 }] });
    expect((await setting(await copy({ group: other }))).requirements).toEqual([]);
    await make(other, theirs);
    expect((await setting(await copy({ group: other }))).requirements).toEqual([
      { kind: "of-kind", of: theirs, count: 2 },
    ]);
  });

  it("brings them also where another teacher publishes it, and keeps those for later that cannot come", async () => {
    await c.write(c.s.teacher, "Mind this line");
    const here = await copy({ withNotes: true });
    await c.s.site.writer.transact((store) =>
      store.audiences.dismiss({ groupId: c.s.group, memberId: c.s.teacher.id, now: 0 }),
    );
    await c.assignments.publish(c.tim, here);
    expect((await c.assignments.edit(c.tim, here)).notesLeft).toBe(1);
    await c.s.site.writer.transact((store) =>
      store.audiences.admit({
        groupId: c.s.group,
        memberId: c.s.teacher.id,
        role: "teacher",
        now: 0,
        newId: c.s.site.newId,
      }),
    );
    await c.assignments.change(c.tim, here, 1, await c.assignments.edit(c.tim, here));
    await c.assignments.publish(c.tim, here);
    expect((await c.assignments.edit(c.tim, here)).notesLeft).toBe(0);
  });

  it("is made only where the teacher sets", async () => {
    const strange = await c.s.site.addGroup("Not theirs");
    expect(await c.code(copy({ group: strange }))).toBe("not-found");
    expect((await setting(c.id)).choice.groups.map(({ name }) => name)).toEqual(["Seminar", "Next term"]);
  });

  it("brings the teacher's own notes when it is published, once, pinned as they were", async () => {
    const note = await c.write(c.s.teacher, "Mind this line");
    await c.pin(note);
    await c.write(c.s.ada, "Not the teacher's");
    await c.s.reply(c.s.teacher, note, { body: "A reply stays behind" });
    const copied = await copy({ group: other, withNotes: true });
    expect((await setting(c.id)).ownNotes).toBe(1);
    await c.assignments.publish(c.s.teacher, copied);
    await c.assignments.publish(c.s.teacher, copied);
    const there = await c.s.site.read.submissions.notes({
      assignment: copied,
      member: null,
      until: Number.MAX_SAFE_INTEGER,
    });
    expect(there.map(({ body, document }) => [body, document])).toEqual([
      ["Mind this line", (await setting(copied)).texts[0]?.document],
    ]);
    const copiedNote = await c.s.site.read.annotations.find(there[0]?.id ?? "");
    expect(copiedNote?.curation?.pinned).toBeTypeOf("number");
    expect((await row(copied)).carries).toEqual([]);
  });
});

describe("a start of the group", () => {
  it("is what new assignments begin with, beside what their template says", async () => {
    const late = { grace: 60_000, penalty: { kind: "flat", percent: 20 } } as const;
    await c.change({
      scheme: points(30),
      late,
      isBlind: true,
      times: { zone, opensAt: null, dueAt: null, closesAt: null },
    });
    await c.assignments.beginLike(c.s.teacher, c.id);
    const begin = async (template: "blank" | "first-reading") => {
      const id = c.s.site.newId();
      await c.assignments.create(c.s.teacher, c.s.group, { id, template, title: "Next", document: null });
      return setting(id);
    };
    expect(await begin("first-reading")).toMatchObject({
      ...{ late, isBlind: true, scheme: { kind: "points", points: 30 }, times: { zone } },
      reveal: { kind: "after", posts: 2 },
    });
    expect((await c.assignments.list(c.s.teacher, c.s.group)).start).toMatchObject({ late });
    expect((await c.assignments.list(c.s.ada, c.s.group)).start).toBeNull();
    await c.assignments.beginPlain(c.s.teacher, c.s.group);
    expect(await begin("blank")).toMatchObject({ isBlind: false, scheme: { kind: "complete" } });
  });
});

describe("dates", () => {
  const times = { zone, opensAt: null, dueAt: at("2026-10-23T15:00Z"), closesAt: null };
  const dates = async () => (await c.assignments.dates(c.s.teacher, c.s.group)).lines;

  it("are set for several at once, and taken back by what is answered", async () => {
    await c.change({ times });
    const second = await copy();
    const given = (await dates()).map(({ id, version }) => ({ id, version, times: { ...times, opensAt: 1000 } }));
    const before = await c.assignments.setDates(c.s.teacher, c.s.group, given);
    expect(before.map(({ id }) => id)).toEqual([c.id, second]);
    expect((await dates()).map((one) => one.times.opensAt)).toEqual([1000, 1000]);
    await c.assignments.setDates(c.s.teacher, c.s.group, before);
    expect((await dates()).map((one) => one.times)).toEqual([times, (await row(second)).times]);
    expect((await row(c.id)).times).toEqual(times);
  });

  it("take a reveal at a time along, and its gate with it", async () => {
    const reveal = { kind: "at", time: at("2026-10-24T16:30Z") } as const;
    await c.change({ times, reveal });
    const moved = { ...times, dueAt: at("2026-10-30T16:00Z") };
    const [line] = await dates();
    const before = await c.assignments.setDates(c.s.teacher, c.s.group, [
      { id: c.id, version: line?.version ?? 0, times: moved },
    ]);
    expect(await setting(c.id)).toMatchObject({
      reveal: { time: at("2026-10-31T17:30Z") },
      gate: { time: at("2026-10-31T17:30Z") },
    });
    await c.assignments.setDates(c.s.teacher, c.s.group, before);
    expect((await setting(c.id)).reveal).toEqual(reveal);
  });

  it("are set all or none: what cannot be is said beside its assignment", async () => {
    await c.change({ times });
    const second = await copy();
    const given = (await dates()).map(({ id, version }) => ({
      ...{ id, version },
      times: { ...times, opensAt: id === second ? (times.dueAt ?? 0) + HOUR : 1000 },
    }));
    await expect(c.assignments.setDates(c.s.teacher, c.s.group, given)).rejects.toMatchObject({
      code: "invalid",
      fields: { [second]: expect.any(String) },
    });
    expect((await row(c.id)).times.opensAt).toBeNull();
  });

  it("that somebody else changed meanwhile are a conflict; what did not change is no change", async () => {
    const [line] = await dates();
    const same = [{ id: c.id, version: 1, times: line?.times ?? times }];
    expect(await c.assignments.setDates(c.s.teacher, c.s.group, same)).toEqual([]);
    expect(await c.code(c.assignments.setDates(c.s.teacher, c.s.group, [{ id: c.id, version: 1, times }]))).toBe(
      "conflict",
    );
    const strange = [{ id: c.s.site.newId(), version: 1, times }];
    expect(await c.code(c.assignments.setDates(c.s.teacher, c.s.group, strange))).toBe("not-found");
  });
});
