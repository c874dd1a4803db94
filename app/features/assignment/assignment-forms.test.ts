import { expect, it } from "vitest";
import type { BriefInput } from "#app/context/assignments.ts";
import { sayRanges } from "#app/domain/assignment/ranges.ts";
import { typedIn } from "#app/domain/time/zoned.ts";
import { briefOf, settingForm, textField } from "./assignment-forms.ts";
import { criterionField, levelField } from "./rubric-form.ts";

const zone = "Europe/Berlin";
const due = Date.parse("2026-12-01T17:00Z");
const brief: BriefInput = {
  ...{ title: "The turn", instructions: "Read *slowly*.", isBlind: true, hasSecondMarker: true },
  texts: [
    { document: "b", passages: [{ from: 3, to: 7 }] },
    { document: "a", passages: [] },
  ],
  prompts: [
    {
      ...{ id: "p1", document: "b", number: 4, words: "Find it", answer: "evidence", minWords: 12, isRequired: true },
      tags: ["irony", "plain speech"],
    },
    {
      ...{ id: "p2", document: null, number: null, words: "Ask", answer: "question", minWords: 0, isRequired: false },
      tags: [],
    },
  ],
  requirements: [
    { kind: "notes", count: 3, minWords: 10 },
    { kind: "coverage", count: 5 },
    { kind: "endorsed", count: 1 },
    { kind: "tag", tag: "irony", count: 2 },
    { kind: "of-kind", of: "evidence", count: 1 },
    { kind: "of-kind", of: "01JGROUPKIND00000000000000", count: 1 },
  ],
  times: { zone, opensAt: null, dueAt: due, closesAt: null },
  late: { grace: 15 * 60_000, penalty: { kind: "per-day", percent: 10, most: 50 } },
  scheme: {
    ...{ kind: "points", points: 12 },
    rubric: [
      {
        ...{ id: "c1", title: "Evidence" },
        levels: [
          { id: "l1", title: "Quoted", points: 2.5, descriptor: "Names the words" },
          { id: "l2", title: "Claimed", points: 0, descriptor: "" },
        ],
      },
    ],
  },
  ...{ reveal: { kind: "after", posts: 2 }, anonymity: "off", sectionSet: null },
};

/** As the page shows it. */
function typed(): FormData {
  const form = new FormData();
  const put = (fields: Readonly<Record<string, string | number>>) => {
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  };
  put({ version: 1, title: brief.title, instructions: brief.instructions, zone, dueAt: typedIn(due, zone) });
  put({ notes: 3, notesWords: 10, replies: 0, coverage: 5, endorsed: 1, isBlind: "on", hasSecondMarker: "on" });
  put({ "tag-0": "Irony", "tag-0-count": 2, "tag-1": "", "tag-1-count": 0 });
  put({ "kind-0": "evidence", "kind-0-count": 1, "kind-1": "01JGROUPKIND00000000000000", "kind-1-count": 1 });
  put({ late: "per-day", percent: 10, most: 50, grace: 15, reveal: "after", posts: 2, scheme: "points", points: 12 });
  // As the list of texts has them, not as they are read.
  for (const document of ["a", "b"]) {
    const n = brief.texts.findIndex((text) => text.document === document);
    put({
      [textField(document)]: "on",
      [`passages-${document}`]: sayRanges(brief.texts[n]?.passages ?? []),
      [`place-${document}`]: n + 1,
    });
  }
  put({
    "prompt-0-id": "p1",
    "prompt-0-words": "Find it",
    "prompt-0-text": "b",
    "prompt-0-number": 4,
    "prompt-0-min": 12,
  });
  put({ "prompt-0-answer": "evidence", "prompt-0-tags": "#Irony, Plain  speech", "prompt-0-required": "on" });
  put({ "prompt-1-id": "p2", "prompt-1-words": "Ask", "prompt-1-answer": "question", "prompt-2-words": "" });
  put({ [criterionField(0, "id")]: "c1", [criterionField(0, "title")]: "Evidence" });
  put({ [levelField(0, 0, "id")]: "l2", [levelField(0, 0, "title")]: "Claimed", [levelField(0, 0, "points")]: 0 });
  put({ [levelField(0, 1, "id")]: "l1", [levelField(0, 1, "title")]: "Quoted", [levelField(0, 1, "points")]: "2,5" });
  put({ [levelField(0, 1, "descriptor")]: "Names the words" });
  return form;
}

const read = (form: FormData) => briefOf(settingForm.parse(Object.fromEntries(form)), form, () => "new");

it("sends back all that it shows", () => {
  expect(read(typed())).toEqual(brief);
});

it("gives what is new an id, and says of passages that they are none", () => {
  const form = typed();
  form.set("prompt-2-words", "One more");
  form.set(criterionField(1, "title"), "Style");
  form.set(levelField(1, 0, "title"), "Clear");
  form.set(levelField(1, 0, "points"), "1");
  const { prompts, scheme } = read(form);
  expect(prompts[2]).toMatchObject({ id: "new", words: "One more" });
  expect(scheme).toMatchObject({ rubric: [{ id: "c1" }, { id: "new", levels: [{ id: "new", points: 1 }] }] });
  form.set("passages-b", "seven");
  expect(() => read(form)).toThrow();
});
