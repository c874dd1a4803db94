import { describe, expect, it } from "vitest";
import { type AnnotationStatus, annotationStatuses } from "#app/domain/annotation/annotation.ts";
import { project, projectThreads, recordOf, type StoredNote } from "./projection.ts";

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
    placements: [{ audience, kind: "group", seat: "seat" }],
    ...given,
  };
}

/** Room -> "body", "tombstone" or nothing. */
function shown(given: Partial<StoredNote>, repliesVisible = false): Record<string, string> {
  const projected = project(note(given), repliesVisible).flatMap(({ room, record }) =>
    record === null ? [] : [[room, record.body === "" ? "tombstone" : "body"] as const],
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
    expect(shown({ status }, true)).toEqual(cases[status].answered);
  });

  it("is taken out of every room that could have shown it", () => {
    expect(
      project(note({ status: "deleted" }), false)
        .map(({ room }) => room)
        .sort(),
    ).toEqual([desk, reading, staff].sort());
  });
});

describe("a note on a desk", () => {
  it.each(annotationStatuses)("that is %s is on that desk or nowhere", (status) => {
    const placements = [{ audience, kind: "desk", seat: "seat" }] as const;
    expect(project(note({ status, placements }), true).map(({ room }) => room)).toEqual([desk]);
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
    const seen = projectThreads(thread).filter(({ room, record }) => room === reading && record !== null);
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
