/** Promise: what an honest client sends comes in, whatever it did without a connection and however late it comes. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { GateBench, Writer } from "./gate-bench.ts";

function two(): { readonly bench: GateBench; readonly anna: Writer; readonly bert: Writer } {
  const bench = new GateBench();
  const anna = new Writer("anna", bench);
  anna.paragraph("The wall 🌒 divides.");
  const bert = new Writer("bert", bench);
  bert.pull();
  return { bench, anna, bert };
}

test("two people write one line at once", () => {
  const { bench, anna, bert } = two();
  expect(anna.write(() => anna.textAt(0).insert(0, "A: ")).said).toBe("in");
  expect(bert.write(() => bert.textAt(0).insert(0, "B: ")).said).toBe("in");
  for (const one of [anna, bert]) one.pull();
  expect(anna.page.toString()).toBe(bert.page.toString());
  expect(bench.json()).toBe(anna.page.toString());
});

test("everything again says nothing new", () => {
  const { bench, anna, bert } = two();
  expect(anna.push().said).toBe("nothing new");
  expect(bert.push().said).toBe("nothing new");
  expect(bench.send("bert", bench.state()).said).toBe("nothing new");
});

test("an answer to a first sync carries everybody's deletions and the own words", () => {
  const { anna, bert } = two();
  anna.write(() => anna.textAt(0).delete(0, 4));
  bert.pull();
  bert.change(() => bert.textAt(0).insert(0, "Bert "));
  expect(bert.push().said).toBe("in");
});

test("words of several visits without a connection come in together", () => {
  const { bench, anna } = two();
  let copy = Y.encodeStateAsUpdate(anna.doc);
  for (const visit of [1, 2, 3]) {
    const later = new Writer("anna", bench);
    Y.applyUpdate(later.doc, copy);
    later.change(() => later.textAt(0).insert(0, `visit ${visit} `));
    copy = Y.encodeStateAsUpdate(later.doc);
  }
  expect(bench.send("anna", copy).said).toBe("in");
  expect(bench.json()).toContain("visit 3 visit 2 visit 1 ");
});

test("an update that is partly known brings the rest", () => {
  const { bench, anna } = two();
  const first = anna.change(() => anna.textAt(0).insert(0, "ab"));
  const second = anna.change(() => anna.textAt(0).insert(2, "cd"));
  expect(bench.send("anna", first).said).toBe("in");
  expect(bench.send("anna", Y.mergeUpdates([first, second])).said).toBe("in");
  expect(bench.json()).toContain("abcdThe");
});

test("what was made and deleted without a connection comes as nothing", () => {
  const { anna } = two();
  anna.change(() => anna.page.insert(1, [new Y.XmlElement("paragraph")]));
  anna.change(() => anna.page.delete(1, 1));
  anna.change(() => anna.textAt(0).insert(0, "still here "));
  expect(anna.push().said).toBe("in");
});

test("words in a part that somebody deleted meanwhile are let in and gone", () => {
  const { bench, anna, bert } = two();
  const late = bert.change(() => bert.textAt(0).insert(4, "lost"));
  anna.write(() => anna.page.delete(0, 1));
  expect(bench.send("bert", late).said).toBe("in");
  const after = bert.change(() => bert.page.insert(0, [new Y.XmlElement("paragraph")]));
  expect(bench.send("bert", after).said).toBe("in");
  expect(bench.json()).not.toContain("lost");
});

test("undo and redo, of own and over foreign changes", () => {
  const { bench, anna, bert } = two();
  const undo = new Y.UndoManager(anna.page, { captureTimeout: 0 });
  expect(anna.write(() => anna.textAt(0).insert(0, "one ")).said).toBe("in");
  bert.pull();
  expect(bert.write(() => bert.textAt(0).insert(2, "two ")).said).toBe("in");
  anna.pull();
  for (const step of ["undo", "redo", "undo", "redo"] as const) {
    expect(anna.write(() => undefined).said).toBe("nothing new");
    undo[step]();
    expect(anna.push().said).toBe("in");
  }
  expect(anna.write(() => anna.page.delete(0, 1)).said).toBe("in");
  undo.undo();
  expect(anna.push().said).toBe("in");
  expect(bench.json()).toBe(anna.page.toString());
});

test("formatting, over each other and cleaned up by whoever only reads", () => {
  const { bench, anna, bert } = two();
  const strong = { strong: {} };
  expect(anna.write(() => anna.textAt(0).format(0, 8, strong)).said).toBe("in");
  bert.pull();
  const lates = [
    bert.change(() => bert.textAt(0).format(4, 8, { em: {} })),
    bert.change(() => bert.textAt(0).format(2, 6, { strong: null })),
  ];
  expect(anna.write(() => anna.textAt(0).format(0, 12, { link: { href: "https://example.org/" } })).said).toBe("in");
  for (const late of lates) expect(bench.send("bert", late).said).toBe("in");
  const cara = new Writer("cara", bench);
  const cleaned: Uint8Array[] = [];
  cara.doc.on("update", (update: Uint8Array) => cleaned.push(update));
  for (const update of bench.stored) Y.applyUpdate(cara.doc, update, "remote");
  for (const update of cleaned) expect(["in", "nothing new"]).toContain(bench.send("cara", update).said);
  for (const one of [anna, bert, cara]) one.pull();
  expect(new Set([anna, bert, cara].map(({ page }) => page.toString())).size).toBe(1);
});

test("every node and attribute of the page", () => {
  const { anna } = two();
  const element = (
    name: string,
    attrs: Readonly<Record<string, string | number>>,
    ...children: (Y.XmlElement | Y.XmlText)[]
  ) => {
    const made = new Y.XmlElement<Record<string, string | number>>(name);
    for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value);
    made.push(children as never);
    return made as unknown as Y.XmlElement;
  };
  const line = () => element("paragraph", {}, new Y.XmlText("words"), element("hard_break", {}));
  const note = "01J00000000000000000000000";
  const said = anna.write(() =>
    anna.page.push([
      element("heading", { level: 2 }, new Y.XmlText("A heading"), element("thread", { note })),
      element(
        "bullet_list",
        {},
        element("list_item", {}, line(), element("ordered_list", {}, element("list_item", {}, line()))),
      ),
      element("blockquote", {}, line(), element("passage", { n: 12, exact: "The wall divides." })),
    ]),
  );
  expect(said.said).toBe("in");
});

test("a page that was stored and read again goes on where it was", () => {
  const { bench, anna, bert } = two();
  bench.restart();
  expect(anna.write(() => anna.textAt(0).insert(0, "again ")).said).toBe("in");
  expect(bert.write(() => bert.textAt(0).insert(0, "and again ")).said).toBe("in");
});

test("what builds on words that are not here yet is asked for, not refused", () => {
  const { bench, anna, bert } = two();
  const first = anna.change(() => anna.textAt(0).insert(0, "first "));
  Y.applyUpdate(bert.doc, first);
  const second = bert.change(() => bert.textAt(0).insert(6, "second "));
  expect(bench.send("bert", second).said).toBe("missing");
  const third = anna.change(() => anna.textAt(0).delete(0, 3));
  expect(bench.send("anna", third).said).toBe("missing");
  expect(anna.push().said).toBe("in");
  expect(bert.push().said).toBe("in");
});
