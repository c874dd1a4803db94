/** Held against the rules of the Web Annotation Data Model, written down here as predicates over what was written. */
import { describe, expect, it } from "vitest";
import { annotationOf, CONTEXT, jsonLdEnd, jsonLdHead, jsonLdNote } from "./json-ld.ts";
import { head, note, reply, target, text } from "./test-notes.ts";

/** Vocabulary §3.3.5: every motivation that there is. */
const motivations = new Set(
  "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging".split(
    " ",
  ),
);

type Json = Readonly<Record<string, unknown>>;
const isIri = (value: unknown) => typeof value === "string" && URL.canParse(value);
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** What is wrong with an annotation; nothing for a valid one. */
function faults(annotation: Json): string[] {
  const found: string[] = [];
  const must = (holds: boolean, rule: string) => holds || found.push(rule);
  must(isIri(annotation.id), "§3.1 exactly one IRI as id");
  must(listOf(annotation.type).includes("Annotation"), "§3.1 type Annotation");
  must(listOf(annotation.target).length > 0, "§3.1 at least one target");
  must(motivations.has(String(annotation.motivation)), "§3.3.5 a motivation of the vocabulary");
  for (const person of listOf(annotation.creator) as Json[]) {
    must(person.type === "Person" && typeof person.name === "string", "§3.3.2 an agent has a name");
  }
  for (const time of [annotation.created, annotation.modified]) {
    must(time === undefined || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(time)), "§3.3.1 xsd:dateTime in UTC");
  }
  for (const body of listOf(annotation.body) as Json[]) {
    must(motivations.has(String(body.purpose)), "§3.3.5 a purpose of the vocabulary");
    if (body.type === "SpecificResource") {
      must(isIri(body.source), "§4 exactly one source");
      continue;
    }
    must(body.type === "TextualBody" && typeof body.value === "string", "§3.2.4 a textual body has one value");
    must(["ltr", "rtl", "auto"].includes(String(body.textDirection)), "§3.2.2 a direction");
  }
  for (const one of listOf(annotation.target)) {
    if (typeof one === "string") must(isIri(one), "§3.2.1 a target is an IRI");
    else found.push(...faultsOfSpecific(one as Json));
  }
  return found;
}

function faultsOfSpecific({ type, source, selector }: Json): string[] {
  const found: string[] = [];
  if (type !== "SpecificResource") found.push("§4 type SpecificResource");
  if (!isIri(source)) found.push("§4 exactly one source");
  const [position, quote] = listOf(selector) as Json[];
  const { start, end } = { start: Number(position?.start), end: Number(position?.end) };
  if (position?.type !== "TextPositionSelector" || !(start >= 0 && end > start)) found.push("§4.2.5 start and end");
  if (quote?.type !== "TextQuoteSelector" || typeof quote.exact !== "string") found.push("§4.2.4 exactly one exact");
  return found;
}

const answered = { state: "answered", by: "Ada", at: 5, answer: "P" } as const;

describe("an annotation", () => {
  it.each([
    ["a note", note()],
    ["a highlight", note({ motivation: "highlighting", body: "" })],
    ["a question of a kind, with tags", note({ motivation: "questioning", kind: "Evidence", tags: ["irony", "𝒳"] })],
    ["several passages", note({ targets: [target(2, 6), target(25, 31)] })],
    ["the whole text", note({ targets: [], colour: "blue" })],
    ["a reply", reply({ edited: 5 })],
    ["a note that is gone", note({ isTombstone: true, status: "deleted", body: "", by: null })],
    ["a note that others reacted to", note({ reactions: [{ reaction: "\u2764\ufe0f", count: 2, names: ["Ben"] }] })],
    ["a question that is answered", note({ motivation: "questioning", question: answered })],
    [
      "hostile words",
      note({ body: '"}],"total":0}\u2028</script>\ud800', tags: ['"'], by: { name: '"', role: null } }),
    ],
  ])("of %s keeps the rules", (_, given) => {
    const { json } = jsonLdNote(head, text, given, true);
    expect((JSON.parse(`[${json}]`) as Json[]).flatMap(faults)).toEqual([]);
  });

  it("says passage, words, tags, and who as the viewer knows them", () => {
    const given = note({ tags: ["irony"], targets: [target(2, 6), target(25, 31)], motivation: "questioning" });
    expect(annotationOf(head, text, given)).toMatchObject({
      id: "https://glossa.example/n/N",
      motivation: "questioning",
      creator: { type: "Person", name: "Ada" },
      body: [
        { value: "Words", format: "text/markdown", purpose: "questioning" },
        { value: "irony", purpose: "tagging" },
      ],
      target: [
        {
          source: "https://glossa.example/t/T",
          styleClass: "amber",
          selector: [{ start: 2, end: 6 }, { exact: "wall" }],
        },
        { selector: [{ start: 25, end: 31 }, { exact: "window" }] },
      ],
    });
  });

  it("goes before what others said of the note, each an annotation of it", () => {
    const reactions = [
      { reaction: "agree", count: 2, names: ["Ben", "Tea"] },
      { reaction: "endorse", count: 1, names: ["Tea"] },
    ] as const;
    const given = note({ motivation: "questioning", question: answered, reactions });
    const { json, count } = jsonLdNote(head, text, given, true);
    expect(count).toBe(4);
    const target = "https://glossa.example/n/N";
    expect(JSON.parse(`[${json}]`)).toMatchObject([
      { motivation: "questioning" },
      { motivation: "assessing", creator: [{ name: "Ben" }, { name: "Tea" }], body: [{ value: "Agree" }], target },
      { motivation: "assessing", creator: [{ name: "Tea" }], body: [{ value: "Endorsed" }], target },
      {
        motivation: "classifying",
        creator: [{ name: "Ada" }],
        created: "1970-01-01T00:00:00.005Z",
        body: [{ value: "Answered question" }, { source: "https://glossa.example/n/P", purpose: "linking" }],
        target,
      },
    ]);
  });

  it("of a reply is about the note that it answers", () => {
    expect(annotationOf(head, text, reply())).toMatchObject({ target: "https://glossa.example/n/N" });
  });

  it("that is gone says so, and names nobody", () => {
    const gone = annotationOf(head, text, note({ isTombstone: true, status: "deleted", body: "", by: null }));
    expect(gone).toMatchObject({ body: [{ purpose: "describing" }] });
    expect(gone).not.toHaveProperty("creator");
  });
});

describe("the file", () => {
  it.each([0, 1, 3])("is a collection with one page of %d", (count) => {
    const items = Array.from({ length: count }, (_, i) => jsonLdNote(head, text, note({ id: `N${i}` }), i === 0).json);
    const file = JSON.parse(jsonLdHead(head, 'Notes on "x"') + items.join("") + jsonLdEnd(count));
    expect(file).toMatchObject({
      "@context": CONTEXT,
      type: "AnnotationCollection",
      label: 'Notes on "x"',
      total: count,
    });
    expect(file.first).toMatchObject({ type: "AnnotationPage", startIndex: 0, partOf: file.id });
    expect(file.first.id).toBe(file.last);
    expect(file.first.items).toHaveLength(count);
  });
});
