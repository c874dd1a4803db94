/**
 * Law: whatever honest people write, and whatever somebody hostile sends in between, honest updates come in, all copies end
 * alike, what is stored makes the same page again, and the page always has the shape of a page.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { pageSchema } from "#app/rooms/page-schema.ts";
import { PAGE } from "#app/rooms/shared-page.ts";
import { type Content, type Crafted, craft } from "#server/realtime/shared/crafted.ts";
import { GateBench, Writer } from "#server/realtime/shared/gate-bench.ts";
import { pageOf } from "#server/realtime/shared/page-json.ts";

const RUNS = Number(process.env.RUNS ?? 60);

type Step =
  | { readonly kind: "write"; readonly who: number; readonly edit: Edit }
  | { readonly kind: "push" | "pull" | "undo" | "redo" | "again"; readonly who: number }
  | { readonly kind: "restart" }
  | { readonly kind: "flip"; readonly which: number; readonly at: number; readonly bit: number }
  | { readonly kind: "craft"; readonly structs: readonly Crafted[]; readonly client: number; readonly clock: number }
  | { readonly kind: "erase"; readonly client: number; readonly clock: number; readonly len: number };

type Edit = {
  readonly verb: "block" | "item" | "type" | "erase" | "mark" | "unmark" | "level" | "drop";
  readonly at: number;
  readonly size: number;
};

const people = ["anna", "bert", "cara"] as const;
const ids = [11, 12, 13];
const who = fc.nat(people.length - 1);
const id = fc.tuple(fc.constantFrom(...ids, 666, 667), fc.nat(40));
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.record({ text: fc.constantFrom("a", "🌒", "long words") }),
  fc.record({ element: fc.constantFrom("paragraph", "list_item", "bullet_list", "passage", "script") }),
  fc.record({ type: fc.constantFrom(6, 1) }),
  fc.record({ deleted: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ format: fc.tuple(fc.constantFrom("em", "strong", "x"), fc.constantFrom({}, null)) }),
  fc.record({ any: fc.tuple(fc.constantFrom<unknown>(1, 2, "x", null)) }),
);
const struct: fc.Arbitrary<Crafted> = fc.oneof(
  fc.record({ gc: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ content, origin: id }),
  fc.record({ content, right: id }),
  fc.record({ content, origin: id, right: id }),
  fc.record({ content, parent: fc.oneof(fc.constant(PAGE), id) }),
  fc.record({ content, parent: id, sub: fc.constantFrom("level", "n", "exact", "x") }),
);
const edit: fc.Arbitrary<Edit> = fc.record({
  verb: fc.constantFrom("block", "item", "type", "type", "erase", "mark", "unmark", "level", "drop"),
  at: fc.nat(30),
  size: fc.integer({ min: 1, max: 6 }),
});
const honest = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("write" as const), who, edit }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("push", "pull", "undo", "redo", "again"), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
);
const hostile = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), which: fc.nat(200), at: fc.nat(200), bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant("craft" as const),
    structs: fc.array(struct, { minLength: 1, maxLength: 4 }),
    client: fc.constantFrom(...ids, 666, 667),
    clock: fc.nat(12),
  }),
  fc.record({
    kind: fc.constant("erase" as const),
    client: fc.constantFrom(...ids, 666),
    clock: fc.nat(30),
    len: fc.nat(9),
  }),
);

it(`holds for ${RUNS} random afternoons`, () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 3, arbitrary: honest }, hostile), { minLength: 5, maxLength: 60 }),
      afternoon,
    ),
    { numRuns: RUNS },
  );
});

function afternoon(steps: readonly Step[]): void {
  const bench = new GateBench();
  const writers = people.map((name, place) => {
    const doc = new Y.Doc();
    doc.clientID = ids[place] ?? 0;
    // Announced as a page does when it opens: nobody else may begin to write under these ids.
    bench.announced.set(doc.clientID, name);
    return new Writer(name, bench, doc);
  });
  const undos = writers.map(({ page }) => new Y.UndoManager(page, { captureTimeout: 0 }));
  const sent: Uint8Array[] = [];
  const come = (writer: Writer) => {
    sent.push(Y.encodeStateAsUpdate(writer.doc, bench.page.vector()));
    expect(["in", "nothing new"]).toContain(writer.push().said);
  };
  for (const step of steps) {
    if (step.kind === "restart") bench.restart();
    else if ("who" in step) {
      const [writer, undo] = [writers[step.who], undos[step.who]];
      if (writer === undefined || undo === undefined) continue;
      if (step.kind === "write") writer.change(() => perform(writer, step.edit));
      else if (step.kind === "push") come(writer);
      else if (step.kind === "pull") writer.pull();
      else if (step.kind === "again") bench.send(writer.member, Y.encodeStateAsUpdate(writer.doc));
      else undo[step.kind]();
    } else bench.send("eve", hostileUpdate(step, sent));
  }
  for (const writer of writers) come(writer);
  for (const writer of writers) writer.pull();
  const page = bench.json();
  for (const writer of writers) expect(writer.page.toString()).toBe(page);
  bench.restart();
  expect(bench.json()).toBe(page);
  const read = new Y.Doc();
  Y.applyUpdate(read, bench.state());
  const { content: blocks = [] } = pageOf(read);
  if (blocks.length > 0) pageSchema.nodeFromJSON({ type: "doc", content: blocks }).check();
}

function hostileUpdate(
  step: Extract<Step, { kind: "flip" | "craft" | "erase" }>,
  sent: readonly Uint8Array[],
): Uint8Array {
  switch (step.kind) {
    case "craft":
      return craft([{ client: step.client, clock: step.clock, structs: step.structs }]);
    case "erase":
      return craft([], [[step.client, step.clock, step.len]]);
    case "flip": {
      const bytes = Uint8Array.from(sent[step.which % Math.max(1, sent.length)] ?? [0, 0]);
      const at = step.at % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << step.bit);
      return bytes;
    }
  }
}

function perform({ page }: Writer, { verb, at, size }: Edit): void {
  const place = at % (page.length + 1);
  const texts = textsOf(page);
  const text = texts[at % Math.max(1, texts.length)];
  if (verb === "block" || texts.length === 0) page.insert(place, [blockOf(at % 2 === 0 ? "paragraph" : "heading")]);
  else if (verb === "item") {
    const list = new Y.XmlElement("bullet_list");
    const item = new Y.XmlElement("list_item");
    item.push([blockOf("paragraph")]);
    list.push([item]);
    page.insert(place, [list]);
  } else if (verb === "drop") page.delete(at % page.length, 1);
  else if (verb === "level") {
    const block = page.get(at % page.length);
    if (block instanceof Y.XmlElement && block.nodeName === "heading") {
      (block as unknown as Y.XmlElement<{ level: number }>).setAttribute("level", 1 + (size % 3));
    }
  } else if (text !== undefined) changeText(text, { verb, at, size });
}

function changeText(text: Y.XmlText, { verb, at, size }: Edit): void {
  const from = at % (text.length + 1);
  const length = Math.min(size, text.length - from);
  if (verb === "type") text.insert(from, size === 3 ? "🌒" : "words".slice(0, size));
  else if (length > 0 && verb === "erase") text.delete(from, length);
  else if (length > 0) text.format(from, length, { [at % 2 === 0 ? "em" : "strong"]: verb === "mark" ? {} : null });
}

function blockOf(name: string): Y.XmlElement {
  const block = new Y.XmlElement(name);
  block.push([new Y.XmlText("line")]);
  return block;
}

function textsOf(parent: Y.XmlFragment): readonly Y.XmlText[] {
  return parent.toArray().flatMap((child): readonly Y.XmlText[] => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsOf(child) : [];
  });
}
