/** What the forms of assignments send; the services check it. */
import { z } from "zod";
import type { BriefInput, CourseDates, DatesGiven } from "#app/context/assignments.ts";
import { tagKey, tidyTags } from "#app/domain/annotation/tag.ts";
import { anonymities, wantedKinds } from "#app/domain/assignment/assignment.ts";
import { movedTimes } from "#app/domain/assignment/moved.ts";
import { rangesOf } from "#app/domain/assignment/ranges.ts";
import { MAX_REQUIREMENTS, type Requirement } from "#app/domain/assignment/requirement.ts";
import { templates } from "#app/domain/assignment/templates.ts";
import type { LatePolicy } from "#app/domain/assignment/times.ts";
import { type TimeName, timeNames } from "#app/domain/assignment/times.ts";
import { Problem } from "#app/domain/problem.ts";
import { isZone, momentIn, typedIn } from "#app/domain/time/zoned.ts";
import { ticked } from "#app/ui/ticked.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { rubricOf } from "./rubric-form.ts";

const words = z.string().default("");
const id = z.string().max(64);

export const newForm = z.object({
  id: z.string().length(26),
  title: words,
  template: z.enum(templates),
  document: id.default("").transform((text) => (text === "" ? null : text)),
});

export const measuringForm = z.object({ measures: z.enum(["on", "off"]) });

/** "" is 0; what is no number fails its check later. */
const count = z.coerce.number().default(0);

/** The fields whose number does not vary; tasks and texts are read beside them. */
export const settingForm = z.looseObject({
  version: z.coerce.number().int(),
  title: words,
  instructions: words,
  ...{ notes: count, notesWords: count, replies: count, repliesWords: count, peers: count, paragraphs: count },
  ...{ coverage: count, endorsed: count },
  zone: words,
  ...{ opensAt: words, dueAt: words, closesAt: words },
  late: z.enum(["none", "flat", "per-day"]).default("none"),
  ...{ percent: count, most: count, grace: count },
  reveal: z.enum(["open", "after", "at", "manual"]).default("open"),
  posts: count,
  revealAt: words,
  sectionSet: id.default(""),
  scheme: z.enum(["none", "complete", "points"]).default("complete"),
  points: count,
  ...{ isBlind: ticked, hasSecondMarker: ticked },
  anonymity: z.enum(anonymities).default("off"),
});
type Setting = z.output<typeof settingForm>;

export const extensionForm = z.object({
  whom: z
    .string()
    .regex(/^(?:member|section) \S{1,64}$/u)
    .transform((whom) => {
      const [kind, id = ""] = whom.split(" ");
      return { kind: kind === "section" ? ("section" as const) : ("member" as const), id };
    }),
  dueAt: words,
});
const days = z.coerce.number().int().min(-3650).max(3650);
/** Empty days: without dates. */
export const copyForm = z.object({
  group: id,
  days: z.union([z.literal("").transform(() => null), days]),
  withNotes: ticked,
});

/** The names of fields of an assignment on a page of dates; `move` is its tick, `at-` a moment in place of what is typed. */
export const dateField = (id: string, name: TimeName | "version" | "move" | `at-${TimeName}`) => `${name}-${id}`;

/** Dates as they were typed, each on the clock of its assignment; `lines` say which. */
export function datesOf(form: FormData, lines: CourseDates["lines"]): readonly DatesGiven[] {
  return lines.flatMap(({ id, times: { zone } }) => {
    const version = form.get(dateField(id, "version"));
    const field = (name: TimeName | `at-${TimeName}`) => form.get(dateField(id, name));
    const at = (name: TimeName) => {
      const moment = field(`at-${name}`);
      if (moment !== null) return moment === "" ? null : Number(moment);
      return momentIn(String(field(name) ?? ""), zone);
    };
    if (version === null) return [];
    return {
      id,
      version: Number(version),
      times: { zone, opensAt: at("opensAt"), dueAt: at("dueAt"), closesAt: at("closesAt") },
    };
  });
}

/** The same form with the dates of what is ticked moved by the days that were typed; nothing is saved by it. */
export function movedForm(form: FormData, lines: CourseDates["lines"]): FormData {
  const by = days.safeParse(form.get("days") ?? "");
  if (!by.success) return form;
  for (const { id, times } of datesOf(form, lines)) {
    if (form.get(dateField(id, "move")) === null) continue;
    const moved = movedTimes(times, by.data);
    for (const name of timeNames) {
      form.set(dateField(id, name), typedIn(moved[name], moved.zone));
    }
  }
  return form;
}

/** Tasks that a form shows: those that there are, and some empty ones. */
export const EMPTY_PROMPTS = 2;
const MOST_FIELDS = 100;

/** The name of a field of a task. */
export const promptField = (n: number, field: string) => `prompt-${n}-${field}`;

/** The name of the box that takes a text in. */
export const textField = (document: string) => `text-${document}`;

/** A brief as it was typed; `newId` gives tasks that are new their ids. */
export function briefOf(setting: Setting, form: FormData, newId: () => string): BriefInput {
  const zone = isZone(setting.zone) ? setting.zone : "UTC";
  const at = (wall: string) => momentIn(wall, zone);
  return {
    title: setting.title,
    instructions: setting.instructions,
    texts: textsOf(form),
    prompts: promptsOf(form, newId),
    requirements: requirementsOf(setting, form),
    times: {
      zone: setting.zone,
      opensAt: at(setting.opensAt),
      dueAt: at(setting.dueAt),
      closesAt: at(setting.closesAt),
    },
    late: { grace: setting.grace * 60_000, penalty: penaltyOf(setting) },
    scheme:
      setting.scheme === "points"
        ? { kind: "points", points: setting.points, rubric: rubricOf(form, newId) }
        : { kind: setting.scheme },
    isBlind: setting.isBlind,
    hasSecondMarker: setting.hasSecondMarker,
    reveal: revealOf(setting, at),
    anonymity: setting.anonymity,
    sectionSet: setting.sectionSet === "" ? null : setting.sectionSet,
  };
}

function promptsOf(form: FormData, newId: () => string): BriefInput["prompts"] {
  const field = (n: number, name: string) => String(form.get(promptField(n, name)) ?? "").trim();
  return Array.from({ length: MOST_FIELDS }, (_, n) => n).flatMap((n) => {
    const words = field(n, "words");
    if (words === "") return [];
    const document = field(n, "text");
    const number = Number(field(n, "number"));
    return {
      ...{ id: field(n, "id") || newId(), words, tags: keysOf(field(n, "tags")), minWords: Number(field(n, "min")) },
      document: document === "" ? null : document,
      number: document === "" || !(number > 0) ? null : number,
      answer: wantedKinds.find((kind) => kind === field(n, "answer")) ?? "note",
      isRequired: field(n, "required") === "on",
    };
  });
}

/** In the order of their places, those without one behind the others. Throws Problem("invalid") for passages that are none. */
function textsOf(form: FormData): BriefInput["texts"] {
  const prefix = textField("");
  const ticked = [...form.keys()].flatMap((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : []));
  const placed = ticked.map((document, n) => {
    const passages = rangesOf(String(form.get(`passages-${document}`) ?? ""));
    if (passages === null) {
      throw new Problem("invalid", assignmentWords.check, { fields: { texts: assignmentWords.problems.ranges } });
    }
    const place = Number(form.get(`place-${document}`) || Number.POSITIVE_INFINITY);
    return { text: { document, passages }, place, n };
  });
  return placed.sort((a, b) => (a.place === b.place ? a.n - b.n : a.place - b.place)).map(({ text }) => text);
}

function keysOf(typed: string): readonly string[] {
  return tidyTags(typed.split(",")).map(tagKey);
}

function requirementsOf(setting: Setting, form: FormData): readonly Requirement[] {
  const { notes, notesWords, replies, repliesWords, peers, paragraphs, coverage, endorsed } = setting;
  const counts = [
    { kind: "notes", count: notes, minWords: notesWords },
    { kind: "replies", count: replies, minWords: repliesWords },
    { kind: "peers", count: peers },
    { kind: "paragraphs", count: paragraphs },
    { kind: "coverage", count: coverage },
    { kind: "endorsed", count: endorsed },
  ] as const satisfies readonly Requirement[];
  const rows = (name: "tag" | "kind") =>
    Array.from({ length: MAX_REQUIREMENTS + 1 }, (_, n) => ({
      what: String(form.get(`${name}-${n}`) ?? "").trim(),
      count: Number(form.get(`${name}-${n}-count`) ?? 0),
    }));
  const tags = rows("tag").map(({ what, count }) => ({ kind: "tag", tag: tagKey(what), count }) as const);
  const kinds = rows("kind").flatMap(({ what, count }) =>
    what === "" ? [] : ({ kind: "of-kind", of: what, count } as const),
  );
  return [...counts, ...tags, ...kinds].filter((one) => one.count !== 0);
}

function penaltyOf({ late, percent, most }: Setting): LatePolicy["penalty"] {
  if (late === "none") return { kind: "none" };
  return late === "flat" ? { kind: "flat", percent } : { kind: "per-day", percent, most };
}

function revealOf({ reveal, posts, revealAt }: Setting, at: (wall: string) => number | null): BriefInput["reveal"] {
  switch (reveal) {
    case "open":
      return { kind: "open" };
    case "after":
      return { kind: "after", posts };
    case "at":
      return { kind: "at", time: at(revealAt) ?? Number.NaN };
    case "manual":
      return { kind: "manual", revealed: false };
  }
}
