import { readFileSync } from "node:fs";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { notesByText } from "#db/seed/notes-by-text.ts";
import { groups, people } from "#db/seed/people.ts";
import type { SeedGroup, SeedNote, SeedPerson, SeedText } from "#db/seed/shape.ts";

/** What this test needs to know of an mdast node. */
type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[] };

/** A private-use character in the place of a footnote mark: a quote that ran across one would not be found. */
const FOOTNOTE_MARK = "\uE000";

const MINUTES_A_DAY = 24 * 60;

const everybody: readonly SeedPerson[] = people;
const everyGroup: readonly SeedGroup[] = groups;
const margins: Readonly<Record<string, readonly SeedNote[]>> = notesByText;

const shelf = everyGroup.flatMap((group) => group.texts.map((text) => ({ group, text })));
const allNotes = Object.values(margins).flat();
const replyCount = allNotes.reduce((sum, note) => sum + (note.replies?.length ?? 0), 0);

describe("the members", () => {
  it("are a dozen with addresses at glossa.example, one of whom runs the site", () => {
    expect(everybody).toHaveLength(12);
    expect(new Set(everybody.map((person) => person.email)).size).toBe(12);
    for (const person of everybody) {
      expect(person.email).toMatch(/^[a-z]+@glossa\.example$/);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: person.timeZone })).not.toThrow();
    }
    expect(everybody.filter((person) => person.administrator)).toHaveLength(1);
  });

  it.each(everyGroup.map((group) => [group.name, group] as const))("hold every role in %s", (_name, group) => {
    const keys = group.members.map((member) => member.person);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(everybody.map((person) => person.key)).toContain(key);
    expect(new Set(group.members.map((member) => member.role))).toEqual(
      new Set(["owner", "teacher", "moderator", "member", "observer"]),
    );
  });
});

describe("the texts", () => {
  it("give the essay more than 1,200 words in its body", () => {
    const { blocks } = read("the-wall-and-the-window.md");
    expect(blocks.join(" ").split(/\s+/).length).toBeGreaterThan(1200);
  });

  it("give the poem seven stanzas of six lines", () => {
    const { blocks } = read("seven-ways-to-leave-a-house.md");
    expect(blocks.map((stanza) => stanza.split("\n").length)).toEqual([6, 6, 6, 6, 6, 6, 6]);
  });

  it.each(shelf.map((entry) => [entry.text.key, entry] as const))(
    "begin %s with title and standfirst",
    (_key, entry) => {
      const source = readFileSync(fileOf(entry.text.file), "utf8");
      expect(source).toMatch(/^# .+\n\n\*[^*\n]+\*\n\n/);
      expect(source).not.toMatch(/["']/);
      expect(entry.group.members.map((member) => member.person)).toContain(entry.text.addedBy);
    },
  );
});

describe("the margins", () => {
  it("hold at least fifty-five notes and replies, thirty of them on the essay", () => {
    expect(allNotes.length + replyCount).toBeGreaterThanOrEqual(55);
    const essay = margins["the-wall-and-the-window"] ?? [];
    expect(essay.reduce((sum, note) => sum + 1 + (note.replies?.length ?? 0), 0)).toBeGreaterThanOrEqual(30);
  });

  it("belong to texts on the shelf, and to every one of them", () => {
    expect(Object.keys(margins).sort()).toEqual(shelf.map((entry) => entry.text.key).sort());
  });

  it("name every note once", () => {
    expect(new Set(allNotes.map((note) => note.key)).size).toBe(allNotes.length);
  });

  it("keep two or three notes for Amina alone, without replies", () => {
    const own = allNotes.filter((note) => note.private);
    expect(own.length).toBeGreaterThanOrEqual(2);
    for (const note of own) expect([note.by, note.replies]).toEqual(["amina", undefined]);
  });

  const cases = shelf.flatMap(({ group, text }) =>
    (margins[text.key] ?? []).map((note) => [note.key, { group, text, note }] as const),
  );

  it.each(cases)("%s quotes words that its text holds exactly once", (_key, { text, note }) => {
    if (note.quote === null) return;
    expect(read(text.file).plain.split(note.quote)).toHaveLength(2);
  });

  it.each(cases)("%s cites only paragraphs that exist", (_key, { text, note }) => {
    const bodies = [note.body, ...(note.replies ?? []).map((reply) => reply.body)].join(" ");
    for (const [, number] of bodies.matchAll(/¶(\d+)/g)) {
      expect(Number(number)).toBeGreaterThan(0);
      expect(Number(number)).toBeLessThanOrEqual(read(text.file).blocks.length);
    }
  });

  it.each(cases)("%s is written by people who may write in its group", (_key, { group, note }) => {
    const writers = group.members.filter((member) => member.role !== "observer").map((member) => member.person);
    for (const by of [note.by, ...(note.replies ?? []).map((reply) => reply.by)]) expect(writers).toContain(by);
  });

  it.each(cases)("%s is younger than its text, and each reply than what came before", (_key, { text, note }) => {
    const times = [daysInMinutes(text), note.minutesAgo, ...(note.replies ?? []).map((reply) => reply.minutesAgo)];
    expect(times).toEqual([...new Set(times)].sort((a, b) => b - a));
  });

  it.each(cases)("%s has words unless it is a highlight, and a passage if it is one", (_key, { note }) => {
    if (note.kind === "highlight") expect([note.body, note.quote === null]).toEqual(["", false]);
    else expect(note.body.length).toBeGreaterThan(0);
    for (const reply of note.replies ?? []) expect(reply.body.length).toBeGreaterThan(0);
  });
});

function daysInMinutes(text: SeedText): number {
  return text.addedDaysAgo * MINUTES_A_DAY;
}

function fileOf(name: string): URL {
  return new URL(`texts/${name}`, import.meta.url);
}

/** The plain text (all blocks joined by "\n") and the numbered blocks, ¶1 first. */
function read(name: string): { readonly plain: string; readonly blocks: readonly string[] } {
  const root: Node = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(readFileSync(fileOf(name), "utf8"));
  const [title, standfirst, ...rest] = leaves(root);
  const body = rest.filter((leaf) => leaf.type === "paragraph").map(plainText);
  return { plain: [title, standfirst, ...rest].map((leaf) => (leaf ? plainText(leaf) : "")).join("\n"), blocks: body };
}

/** Paragraphs and headings in document order; footnotes are left out, since no note stands on one. */
function leaves(node: Node): readonly Node[] {
  if (node.type === "paragraph" || node.type === "heading") return [node];
  if (node.type === "footnoteDefinition") return [];
  return (node.children ?? []).flatMap(leaves);
}

function plainText(node: Node): string {
  if (node.type === "break") return "\n";
  if (node.type === "footnoteReference") return FOOTNOTE_MARK;
  return node.value ?? (node.children ?? []).map(plainText).join("");
}
