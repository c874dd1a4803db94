/** The part of the table of Z1 about assignments. */

import { form, get, group, type Scene, text, toPath, type Verb } from "./attack-scene.ts";
import type { Person } from "./attack-site.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const staff = ["owner", "teacher", "moderator"] as const;
const teachers = ["owner", "teacher"] as const;
const students = ["member"] as const;

/** An assignment of the owner about the seminar's text. */
async function assignment({ site, seminar }: Scene, state: "draft" | "published" = "published"): Promise<string> {
  const { assignments } = site.site;
  const { viewer } = seminar.owner;
  const said = { template: "blank", title: "Read it", document: seminar.text.id } as const;
  const { id } = await assignments.create(viewer, seminar.id, { ...said, id: site.newId() });
  if (state === "published") await assignments.publish(viewer, id);
  return id;
}

/** An assignment in which that student has a grade that is not shown yet. */
async function graded(scene: Scene, student: Person): Promise<string> {
  const id = await assignment(scene);
  const given = { member: student.id, version: 0, points: 1, comment: "", isExcused: false };
  await scene.site.site.board.grade(scene.seminar.owner.viewer, id, given);
  return id;
}

async function released(scene: Scene, student: Person): Promise<string> {
  const id = await graded(scene, student);
  await scene.site.site.board.release(scene.seminar.owner.viewer, id);
  return id;
}

const page = (below: string): Verb["ready"] =>
  toPath("get", async (scene) => `/assignments/${await assignment(scene)}${below}`);

const act =
  (
    below: string,
    fields: (scene: Scene) => Readonly<Record<string, string>>,
    state: "draft" | "published" = "published",
  ): Verb["ready"] =>
  async (scene) => {
    const id = await assignment(scene, state);
    return form(
      () => `/assignments/${id}${below}`,
      () => fields(scene),
    )(scene);
  };
const edit = (intent: string, fields: Readonly<Record<string, string>> = {}, state?: "draft") =>
  act("/edit.data", () => ({ intent, ...fields }), state);
const desk =
  (intent: string, fields: Readonly<Record<string, string>> = {}): Verb["ready"] =>
  async (scene) => {
    const [id, student] = [await assignment(scene), await scene.site.enter(scene.seminar, "member")];
    const path = () => `/assignments/${id}/grade/${student.id}.data`;
    return intent === "get" ? get(path)(scene) : form(path, () => ({ intent, ...fields }))(scene);
  };
const setting = ({ seminar }: Scene) => ({
  ...{ intent: "save", version: "1", title: "Other", zone: "UTC", [`text-${seminar.text.id}`]: "on" },
});

export const assignmentVerbs: readonly Verb[] = [
  { name: "assignments.list", may: inside, ready: get(group("/assignments.data")) },
  { name: "assignments.edit", may: teachers, ready: page("/edit.data") },
  {
    name: "assignments.create",
    may: teachers,
    ready: form(group("/assignments.data"), ({ site }) => ({
      ...{ intent: "create", id: site.newId(), title: "Read", template: "first-reading", document: "" },
    })),
  },
  { name: "assignments.change", may: teachers, ready: act("/edit.data", setting) },
  { name: "assignments.archive", may: teachers, ready: edit("archive") },
  {
    name: "assignments.copy",
    may: teachers,
    ready: async (scene) => {
      const id = await assignment(scene);
      return form(
        () => `/assignments/${id}/edit.data`,
        () => ({ intent: "copy", group: scene.seminar.id, days: "7" }),
      )(scene);
    },
  },
  { name: "assignments.beginLike", may: teachers, ready: edit("begin-like") },
  {
    name: "assignments.beginPlain",
    may: teachers,
    ready: async (scene) => {
      const id = await assignment(scene);
      await scene.site.site.assignments.beginLike(scene.seminar.owner.viewer, id);
      return form(group("/assignments.data"), () => ({ intent: "begin-plain" }))(scene);
    },
  },
  { name: "assignments.dates", may: teachers, ready: get(group("/assignments/dates.data")) },
  {
    name: "assignments.setDates",
    may: teachers,
    ready: async (scene) => {
      const id = await assignment(scene);
      const typed = { [`version-${id}`]: "1", [`dueAt-${id}`]: "2100-01-01T10:00" };
      return form(group("/assignments/dates.data"), () => ({ intent: "save", ...typed }))(scene);
    },
  },
  { name: "assignments.reveal", may: teachers, ready: act("/board.data", () => ({ intent: "hide" })) },
  { name: "board.open", may: staff, ready: page("/board.data") },
  { name: "board.stamp", may: staff, ready: page("/board/stamp") },
  { name: "board.report", may: staff, ready: page("/report.data") },
  { name: "board.work", may: teachers, ready: desk("get") },
  { name: "board.grade", may: teachers, ready: desk("grade", { version: "0", points: "1", comment: "" }) },
  { name: "board.keepComment", may: teachers, ready: desk("keep-comment", { words: "Say more." }) },
  {
    name: "board.dropComment",
    may: teachers,
    ready: async (scene) => {
      const [id, student] = [await assignment(scene), await scene.site.enter(scene.seminar, "member")];
      const { viewer } = scene.seminar.owner;
      await scene.site.site.board.keepComment(viewer, id, scene.site.newId());
      const { bank } = await scene.site.site.board.work(viewer, id, student.id);
      return form(
        () => `/assignments/${id}/grade/${student.id}.data`,
        () => ({ intent: "drop-comment", comment: bank[0]?.id ?? "" }),
      )(scene);
    },
  },
  {
    name: "board.remind",
    may: teachers,
    ready: async (scene) => {
      await scene.site.enter(scene.seminar, "member");
      return act("/board.data", () => ({ intent: "remind-all" }))(scene);
    },
  },
  {
    name: "ownWork.handIn",
    may: students,
    ready: act(".data", ({ site }) => ({ intent: "hand-in", id: site.newId() })),
  },
  { name: "assignments.publish", may: teachers, ready: edit("publish", {}, "draft") },
  { name: "assignments.remove", may: teachers, ready: edit("remove", {}, "draft") },
  {
    name: "assignments.extend",
    may: teachers,
    ready: async (scene) => {
      const id = await assignment(scene);
      const { assignments } = scene.site.site;
      const { viewer } = scene.seminar.owner;
      const { version, ...brief } = await assignments.edit(viewer, id);
      const times = { zone: "UTC", opensAt: null, dueAt: Date.parse("2100-01-01T10:00Z"), closesAt: null };
      await assignments.change(viewer, id, version, { ...brief, times });
      const student = await scene.site.enter(scene.seminar, "member");
      return form(
        () => `/assignments/${id}/edit.data`,
        () => ({ intent: "extend", whom: `member ${student.id}`, dueAt: "2100-01-02T10:00" }),
      )(scene);
    },
  },
  {
    name: "board.release",
    may: teachers,
    ready: async (scene) => {
      const id = await graded(scene, await scene.site.enter(scene.seminar, "member"));
      return form(
        () => `/assignments/${id}/board.data`,
        () => ({ intent: "release" }),
      )(scene);
    },
  },
  {
    name: "ownWork.say",
    may: students,
    ready: async (scene) => {
      const id = scene.role === "member" ? await released(scene, scene.actor) : await assignment(scene);
      const said = { intent: "say", id: scene.site.newId(), message: "Why?" };
      return form(
        () => `/assignments/${id}.data`,
        () => said,
      )(scene);
    },
  },
  {
    name: "board.say",
    may: teachers,
    ready: async (scene) => {
      const student = await scene.site.enter(scene.seminar, "member");
      const id = await released(scene, student);
      return form(
        () => `/assignments/${id}/grade/${student.id}.data`,
        () => ({ intent: "say", id: scene.site.newId(), message: "Come and see me." }),
      )(scene);
    },
  },
  {
    name: "assignments.measureReading",
    may: teachers,
    ready: form(group("/assignments.data"), () => ({ intent: "measure", measures: "on" })),
  },
  { name: "ownWork.readFor", may: students, ready: form(text("/read"), () => ({ active: "1000" })) },
  {
    name: "ownWork.chooseVeil",
    may: students,
    ready: async (scene) => {
      const id = await assignment(scene, "draft");
      const { assignments } = scene.site.site;
      const { viewer } = scene.seminar.owner;
      const { version, ...brief } = await assignments.edit(viewer, id);
      await assignments.change(viewer, id, version, { ...brief, anonymity: "optional" });
      await assignments.publish(viewer, id);
      return form(
        () => `/assignments/${id}.data`,
        () => ({ intent: "veil", veiled: "" }),
      )(scene);
    },
  },
  {
    name: "curation.run lift",
    may: staff,
    ready: async (scene) => {
      const { site, seminar } = scene;
      const [cohort] = await site.site.read.cohorts.ofAssignment(await assignment(scene));
      const id = await site.note(seminar, seminar.owner, { audience: cohort?.audience ?? "" });
      return form(text("/curate.data"), () => ({ verb: "lift", id }))(scene);
    },
  },
  { name: "ownWork.take", may: students, ready: get(group("/assignments/export")) },
  {
    name: "board.takeWorkOf",
    may: teachers,
    ready: async (scene) => {
      const student = await scene.site.enter(scene.seminar, "member");
      return get(group(`/gradebook/${student.id}/export`))(scene);
    },
  },
  // Who does no assignments is led to the board, which says for itself whom it is for.
  { name: "ownWork.open", may: inside, ready: page(".data") },
  { name: "board.gradeBook", may: staff, ready: get(group("/gradebook.data")) },
  { name: "board.takeGradeBook", may: staff, ready: get(group("/gradebook/export")) },
  { name: "ownWork.beside", may: inside, ready: get(text("/work")) },
  { name: "reading.rooms", may: inside, ready: get(text("/rooms")) },
];
