/** Promise: what no honest client sends does not come in, changes nothing, and leaves nothing hanging. */
import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type Block, type Content, type Crafted, craft, type Id } from "./crafted.ts";
import { GateBench, Writer } from "./gate-bench.ts";

const ANNA = 1000;
const EVE = 666;

let bench: GateBench;
let anna: Writer;
/** Ids of Anna's paragraph, of its run of text, and of the first of its characters. */
const block: Id = [ANNA, 0];
const run: Id = [ANNA, 1];
const first: Id = [ANNA, 2];
const words = "The wall 🌒 divides.";

beforeEach(() => {
  bench = new GateBench();
  const doc = new Y.Doc();
  doc.clientID = ANNA;
  anna = new Writer("anna", bench, doc);
  anna.paragraph(words);
});

/** Eve's first struct with that content, among what the page holds. */
const put = (content: Content, at: Partial<Extract<Crafted, { content: Content }>> = { parent: "page" }): Uint8Array =>
  craft([{ client: EVE, clock: 0, structs: [{ ...at, content }] }]);
const inText = (content: Content) => put(content, { origin: first });
const attribute = (sub: string, value: unknown, parent: Id = block) => put({ any: [value] }, { parent, sub });
const eve = (structs: readonly Crafted[], clock = 0): Block => ({ client: EVE, clock, structs });
const paragraph: Crafted = { parent: "page", content: { element: "paragraph" } };
const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

type Attack = readonly [name: string, update: () => Uint8Array, said: string];

const identity: readonly Attack[] = [
  [
    "Y6: a hole under the next clock of another",
    () => craft([{ client: ANNA, clock: clock(), structs: [{ gc: 1e6 }] }]),
    "foreign",
  ],
  [
    "a word under the next clock of another",
    () => craft([{ client: ANNA, clock: clock(), structs: [{ origin: first, content: { text: "x" } }] }]),
    "foreign",
  ],
  [
    "a first word under an id that another announced",
    () => craft([{ client: 77, clock: 0, structs: [paragraph] }]),
    "foreign",
  ],
  ["a client id of more than 32 bits", () => craft([{ client: 2 ** 33, clock: 0, structs: [paragraph] }]), "malformed"],
];

const bytes: readonly Attack[] = [
  ["nothing at all", () => new Uint8Array(0), "malformed"],
  ["an update that breaks off", () => put({ element: "paragraph" }).subarray(0, 9), "malformed"],
  ["30 million structs that are not there", () => Uint8Array.of(1, 255, 255, 255, 14, 5, 0), "malformed"],
  ["a: one client in two blocks", () => craft([eve([paragraph]), eve([paragraph], 1)]), "malformed"],
  ["a block without structs", () => craft([eve([paragraph]), { client: 5, clock: 0, structs: [] }]), "malformed"],
  ["a hole of 2^52", () => craft([eve([{ gc: 2 ** 52 }])]), "malformed"],
  ["something deleted of length 2^50", () => put({ deleted: 2 ** 50 }), "malformed"],
  ["a hole of no length", () => craft([eve([{ gc: 0 }])]), "malformed"],
  ["a text of no length", () => inText({ text: "" }), "malformed"],
  ["a deleted range of no length", () => craft([], [[ANNA, 0, 0]]), "malformed"],
  ["a deleted range beyond every clock", () => craft([], [[ANNA, 0, 2 ** 40]]), "malformed"],
  ["20,001 structs", () => craft([eve(Array.from({ length: 20_001 }, () => paragraph))]), "too-large"],
  [
    "101 clients",
    () => craft(Array.from({ length: 101 }, (_, n) => ({ client: 5000 + n, clock: 0, structs: [paragraph] }))),
    "too-large",
  ],
];

const gaps: readonly Attack[] = [
  ["a first clock that is not 0", () => craft([eve([paragraph], 5)]), "missing"],
  ["a hole in the middle", () => craft([eve([paragraph, { skip: 3 }, paragraph])]), "missing"],
  ["a neighbour that nobody knows", () => put({ text: "x" }, { origin: [ANNA, 9_999] }), "missing"],
  ["a parent that nobody knows", () => put({ type: 6 }, { parent: [4242, 0] }), "missing"],
  ["a deletion of what nobody knows", () => craft([], [[ANNA, 0, 9_999]]), "missing"],
  ["itself as its neighbour", () => put({ text: "x" }, { origin: [EVE, 0] }), "malformed"],
  [
    "two clients that wait for each other",
    () =>
      craft([
        { client: EVE, clock: 0, structs: [{ origin: [667, 0], content: { text: "a" } }] },
        { client: 667, clock: 0, structs: [{ origin: [EVE, 0], content: { text: "b" } }] },
      ]),
    "malformed",
  ],
  ["neighbours in different parts", () => put({ text: "x" }, { origin: first, right: block }), "malformed"],
  ["a text for a parent", () => put({ text: "x" }, { parent: first }), "malformed"],
];

const shape: readonly Attack[] = [
  ["another root", () => put({ element: "paragraph" }, { parent: "evil" }), "shape"],
  ["the page as a map", () => put({ any: [1] }, { parent: "page", sub: "key" }), "shape"],
  ["text beside the blocks", () => put({ text: "x" }), "shape"],
  ["a run of text beside the blocks", () => put({ type: 6 }), "shape"],
  ["a node of no page", () => put({ element: "script" }), "shape"],
  ["a node named like a method", () => put({ element: "__proto__" }), "shape"],
  ["a list item beside the blocks", () => put({ element: "list_item" }), "shape"],
  ["a block in a line", () => put({ element: "paragraph" }, { parent: block }), "shape"],
  ...[0, 1, 2, 4].map((type): Attack => [`shared type ${type}`, () => put({ type }), "shape"]),
  ["words in a node that holds blocks", () => put({ text: "x" }, { parent: block }), "shape"],
  ["something embedded in a line", () => inText({ embed: { image: "x" } }), "shape"],
  ["bytes", () => inText({ binary: 9 }), "shape"],
  ["old JSON", () => inText({ json: [1] }), "shape"],
  ["a document in the document", () => inText({ doc: "x" }), "shape"],
  ["an attribute of a paragraph", () => attribute("style", "position:fixed"), "shape"],
  ["an attribute named like a method", () => attribute("constructor", "x"), "shape"],
  ["an attribute of a run of text", () => attribute("level", 1, run), "shape"],
  ["a mark of no page", () => inText({ format: ["textStyle", { color: "red" }] }), "shape"],
  ["a mark named like a method", () => inText({ format: ["toString", {}] }), "shape"],
  ["a link to a script", () => inText({ format: ["link", { href: "javascript:alert(1)" }] }), "shape"],
  ["a link to data", () => inText({ format: ["link", { href: "data:text/html,x" }] }), "shape"],
  [
    "a link with more than an address",
    () => inText({ format: ["link", { href: "https://a.example", onclick: "x" }] }),
    "shape",
  ],
  ["emphasis with something in it", () => inText({ format: ["em", { class: "x" }] }), "shape"],
  ["a value of forty levels", () => inText({ format: ["em", nested(40)] }), "shape"],
  ["a value that is no number", () => attribute("level", Number.NaN), "shape"],
  ["two values in one attribute", () => put({ any: [1, 2] }, { parent: block, sub: "level" }), "shape"],
];

describe.each([
  ["whose hand", identity],
  ["what is no update", bytes],
  ["what hangs on nothing", gaps],
  ["what no page holds", shape],
] as const)("%s", (_, attacks) => {
  test.each(attacks)("%s", (_name, update, said) => {
    bench.announced.set(77, "bert");
    const before = bench.json();
    expect(bench.send("eve", update()).said).toBe(said);
    expect(bench.json()).toBe(before);
    expect(bench.stored).toHaveLength(1);
    expect(anna.write(() => anna.textAt(0).insert(0, "still mine ")).said).toBe("in");
    expect(bench.json()).toContain("still mine");
  });
});

test.each([
  ["a heading of level 7", { element: "heading" }, "level", 7, "shape"],
  ["a heading of level 2", { element: "heading" }, "level", 2, "in"],
  ["a passage of paragraph 0", { element: "passage" }, "n", 0, "shape"],
  ["a passage of 4,001 characters", { element: "passage" }, "exact", "x".repeat(4_001), "shape"],
  ["a passage of 4,000 characters", { element: "passage" }, "exact", "x".repeat(4_000), "in"],
] as const)("%s", (_, content, sub, value, said) => {
  const made: Crafted = { parent: "page", content };
  const update = craft([eve([made, { parent: [EVE, 0], sub, content: { any: [value] } }])]);
  expect(bench.send("eve", update).said).toBe(said);
});

test("what is nested deeper than a page may be", () => {
  const structs: Crafted[] = Array.from({ length: 40 }, (_, n) => ({
    parent: n === 0 ? "page" : ([EVE, n - 1] as const),
    content: { element: "blockquote" },
  }));
  expect(bench.send("eve", craft([eve(structs)])).said).toBe("shape");
  expect(bench.send("eve", craft([eve(structs.slice(0, 16))])).said).toBe("in");
});

test("b: what is known already is not looked at again, whatever it says it stands beside", () => {
  const forged = craft([
    { client: ANNA, clock: 0, structs: [{ origin: [4242, 7], content: { element: "paragraph" } }] },
  ]);
  expect(bench.send("eve", forged).said).toBe("nothing new");
  expect(anna.write(() => anna.textAt(0).insert(0, "on ")).said).toBe("in");
});

test("c: what becomes nothing splits a character of somebody else for all alike", () => {
  const moon = words.indexOf("🌒");
  anna.write(() => anna.page.insert(1, [new Y.XmlElement("paragraph")]));
  const dead = anna.doc.store.clients.get(ANNA)?.at(-1)?.id.clock ?? 0;
  anna.write(() => anna.page.delete(1, 1));
  const update = craft([eve([{ origin: [ANNA, dead], right: [ANNA, 2 + moon + 1], content: { text: "x" } }])]);
  expect(["in", "malformed"]).toContain(bench.send("eve", update).said);
  anna.pull();
  expect(anna.page.toString()).toBe(bench.json());
});

test("4,096 visits are enough for anybody", () => {
  const visit = (client: number) => bench.send("eve", craft([{ client, clock: 0, structs: [paragraph] }])).said;
  for (let n = 1; n < 4_096; n += 1) bench.owners.set(10_000 + n, "eve");
  bench.restart();
  expect(visit(9_998)).toBe("in");
  expect(visit(9_999)).toBe("too-large");
});

test("a full page takes no more words, and can be made shorter", () => {
  const long = "long words ".repeat(50_000);
  const text = anna.paragraph("");
  for (let n = 0; n < 3; n += 1) expect(anna.write(() => text.insert(0, long)).said).toBe("in");
  expect(anna.write(() => text.insert(0, long)).said).toBe("full");
  const other = new Writer("bert", bench);
  other.pull();
  expect(other.write(() => other.textAt(1).delete(0, 2 * long.length)).said).toBe("in");
  expect(other.write(() => other.textAt(1).insert(0, long)).said).toBe("in");
});

test("ids in the page that belong to nobody are the server's own", () => {
  const page = bench.page;
  const content = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "as it was" }] }] };
  const update = page.restore(content, () => 4242);
  expect(update).not.toBeNull();
  expect(bench.json()).toBe("<paragraph>as it was</paragraph>");
  expect(bench.send("eve", craft([{ client: 4242, clock: 0, structs: [{ gc: 999 }] }])).said).toBe("foreign");
});

function clock(): number {
  return Y.getState(anna.doc.store, ANNA);
}
