import { describe, expect, it } from "vitest";
import { type AnnotationStatus, annotationStatuses } from "#app/domain/annotation/annotation.ts";
import type { Answers } from "#app/domain/annotation/visibility.ts";
import { answersIn, project, projectThreads, recordOf, type StoredNote } from "./projection.ts";
import { ANNOTATIONS } from "./reading-room.ts";

const [document, group, audience, creator] = ["D", "G", "A", "M"].map((name) => name.padStart(26, "0")) as [
  string,
  string,
  string,
  string,
];
const reading = `reading/${document}/${audience}`;
const staff = `staff/${document}/${group}`;
const desk = `desk/${document}/${creator}`;

function note(given: Partial<StoredNote> = {}): StoredNote {
  return {
    id: "root",
    root: "root",
    parent: null,
    document,
    group,
    creator,
    motivation: "commenting",
    status: "published",
    version: 1,
    colour: "amber",
    target: null,
    more: [],
    kind: null,
    tags: [],
    body: "Words",
    created: 1,
    edited: null,
    reactions: [],
    curation: null,
    thread: null,
    placements: [{ audience, kind: "group", seat: "seat", owner: null }],
    ...given,
  };
}

/** Room -> "body", "tombstone" or nothing. */
function shown(given: Partial<StoredNote>, answers: Answers = "none"): Record<string, string> {
  const projected = project(note(given), answers).flatMap(({ room, map, value }) =>
    map === ANNOTATIONS && value !== null ? [[room, "body" in value && value.body === "" ? "tombstone" : "body"]] : [],
  );
  return Object.fromEntries(projected);
}

describe("a note among its readers", () => {
  const cases: Record<AnnotationStatus, { readonly alone: object; readonly answered: object }> = {
    draft: { alone: { [desk]: "body" }, answered: { [desk]: "body" } },
    published: { alone: { [reading]: "body" }, answered: { [reading]: "body" } },
    held: { alone: { [desk]: "body", [staff]: "body" }, answered: { [desk]: "body", [staff]: "body" } },
    spam: { alone: { [desk]: "body", [staff]: "body" }, answered: { [desk]: "body", [staff]: "body" } },
    hidden: {
      alone: { [desk]: "body", [staff]: "body" },
      answered: { [desk]: "body", [staff]: "body", [reading]: "tombstone" },
    },
    removed: {
      alone: { [desk]: "body", [staff]: "body" },
      answered: { [desk]: "body", [staff]: "body", [reading]: "tombstone" },
    },
    deleted: { alone: {}, answered: { [reading]: "tombstone" } },
    redacted: { alone: {}, answered: { [reading]: "tombstone" } },
  };

  it.each(annotationStatuses)("that is %s stands in these rooms", (status) => {
    expect(shown({ status })).toEqual(cases[status].alone);
    expect(shown({ status }, "public")).toEqual(cases[status].answered);
  });

  it("is taken out of every room that could have shown it", () => {
    expect(
      project(note({ status: "deleted" }), "none")
        .filter(({ map }) => map === ANNOTATIONS)
        .map(({ room, value }) => [room, value])
        .sort(),
    ).toEqual([desk, reading, staff].map((room) => [room, null]).sort());
  });
});

describe("a note on a desk", () => {
  it.each(annotationStatuses)("that is %s is on that desk or nowhere", (status) => {
    const placements = [{ audience, kind: "desk", seat: "seat", owner: creator }] as const;
    expect(new Set(project(note({ status, placements }), "public").map(({ room }) => room))).toEqual(new Set([desk]));
  });
});

describe("a private reply", () => {
  const student = "S".padStart(26, "0");
  const studentDesk = `desk/${document}/${student}`;
  const placements = [
    { audience, kind: "staff", seat: "seat", owner: null },
    { audience: "its-desk", kind: "desk", seat: "seat", owner: student },
  ] as const;
  const aside = { id: "aside", parent: "root", motivation: "replying", colour: null, placements } as const;

  it.each<[AnnotationStatus, Answers, object]>([
    ["published", "none", { [staff]: "body", [studentDesk]: "body" }],
    ["hidden", "none", { [staff]: "body" }],
    ["hidden", "public", { [staff]: "body", [studentDesk]: "tombstone" }],
    ["deleted", "none", {}],
    ["deleted", "public", { [staff]: "tombstone", [studentDesk]: "tombstone" }],
  ])(
    "that is %s with %s answers stands on the desk of the one it was written to, and with staff",
    (status, answers, expected) => {
      expect(shown({ ...aside, status }, answers)).toEqual(expected);
    },
  );

  it("shows its author the body on their own desk", () => {
    expect(shown({ ...aside, creator: student, status: "hidden" })).toEqual({ [staff]: "body", [studentDesk]: "body" });
  });

  it("holds a tombstone above it for those who read it, and for nobody else", () => {
    expect(shown({ status: "deleted" }, "private")).toEqual({ [desk]: "tombstone", [staff]: "tombstone" });
    const thread = [
      note({ status: "deleted" }),
      note({ ...aside, status: "deleted" }),
      note({ ...aside, id: "back", parent: "aside" }),
    ];
    expect(thread.map(answersIn(thread))).toEqual(["private", "public", "none"]);
    expect([...thread].reverse().map(answersIn([...thread].reverse()))).toEqual(["none", "public", "private"]);
    const open = [...thread, note({ id: "open", parent: "root" })];
    expect(open.map(answersIn(open))).toEqual(["public", "public", "none", "none"]);
  });
});

describe("reactions and the state of a question", () => {
  const given = {
    motivation: "questioning",
    reactions: [
      { reaction: "endorse", seat: "t", audience: "group" },
      { reaction: "agree", seat: "b", audience: "group" },
      { reaction: "agree", seat: "a", audience: "group" },
    ],
    thread: { at: 7, answer: "x", by: "seat", state: "answered" },
  } as const satisfies Partial<StoredNote>;
  const said = (status: AnnotationStatus) =>
    Object.fromEntries(
      project(note({ ...given, status }), "public")
        .filter(({ map }) => map !== ANNOTATIONS)
        .map(({ room, map, value }) => [`${map} ${room}`, JSON.stringify(value)]),
    );
  const reactions = '{"agree":["b","a"],"endorse":["t"]}';
  const thread = '{"state":"answered","by":"seat","answer":"x","at":7}';

  it("go where the body is", () => {
    expect(said("published")).toEqual({
      ...{ [`reactions ${reading}`]: reactions, [`reactions ${desk}`]: "null", [`reactions ${staff}`]: "null" },
      ...{ [`threads ${reading}`]: thread, [`threads ${desk}`]: "null", [`threads ${staff}`]: "null" },
    });
    expect(said("hidden")).toEqual({
      ...{ [`reactions ${reading}`]: "null", [`reactions ${desk}`]: reactions, [`reactions ${staff}`]: reactions },
      ...{ [`threads ${reading}`]: "null", [`threads ${desk}`]: thread, [`threads ${staff}`]: thread },
    });
    expect(new Set(Object.values(said("deleted")))).toEqual(new Set(["null"]));
  });
});

describe("threads", () => {
  it("leave a tombstone above a published reply at any depth, and none above others", () => {
    const thread = [
      note({ status: "deleted" }),
      note({ id: "a", parent: "root", status: "deleted" }),
      note({ id: "b", parent: "a" }),
      note({ id: "c", parent: "root", status: "deleted" }),
    ];
    const seen = projectThreads(thread).filter(({ room, value }) => room === reading && value !== null);
    expect(seen.map(({ key }) => key)).toEqual(["root", "a", "b"]);
  });
});

describe("a record", () => {
  it("has one JSON text, in whatever order its parts came, and no member in it", () => {
    const position = { type: "TextPositionSelector", start: 1, end: 2 } as const;
    const quote = { type: "TextQuoteSelector", exact: "x", prefix: "p", suffix: "s" } as const;
    const target = { source: "r", selector: [position, quote], state: "exact" } as const;
    const { type, ...rest } = quote;
    const shuffled = { state: "exact", selector: [position, { ...rest, type }], source: "r" } as const;
    const json = JSON.stringify(recordOf(note({ target }), "seat", "body"));
    expect(JSON.stringify(recordOf(note({ target: shuffled }), "seat", "body"))).toBe(json);
    expect(json).not.toContain(creator);
  });
});
