/** Phrases of the parser's tree, narrowed to ours. */
import type { Link, Nodes, Parent, Text } from "mdast";
import { destinationOf } from "./address.ts";
import { linesOf } from "./plain.ts";
import { inlineText } from "./plain-text.ts";
import { indentOf, type Reading, sourceOf } from "./source.ts";
import { type Inline, MAX_DEPTH } from "./tree.ts";

/** Where phrases stand. */
export type Place = {
  /** True where spaces at the start of a line are the writer's, not a list's or a quotation's. */
  readonly indented: boolean;
  readonly depth: number;
  readonly inLink: boolean;
};

/** The phrases of a parent, in order. */
export function inlinesOf(parent: Parent, reading: Reading, place: Place): readonly Inline[] {
  const phrases: Inline[] = [];
  const start = parent.type === "paragraph" ? parent.position?.start.line : undefined;
  if (start !== undefined && place.indented) phrases.push({ kind: "text", text: indentOf(start, reading) });
  for (const node of parent.children) {
    if (node.type === "link") addLink(phrases, node, reading, place);
    else phrases.push(...phraseOf(node, reading, place));
  }
  return joined(phrases);
}

const kinds = { emphasis: "emphasis", strong: "strong", delete: "strike" } as const;

function phraseOf(node: Nodes, reading: Reading, place: Place): readonly Inline[] {
  switch (node.type) {
    case "text":
      return linesOf(withIndents(node, reading, place));
    case "break":
      return linesOf(["", place.indented ? indentOf(node.position?.end.line ?? 0, reading) : ""]);
    case "emphasis":
    case "strong":
    case "delete": {
      if (place.depth >= MAX_DEPTH) return inlinesOf(node, reading, place);
      const content = inlinesOf(node, reading, { ...place, depth: place.depth + 1 });
      return [{ kind: kinds[node.type], content }];
    }
    case "inlineCode":
      return [{ kind: "code", text: node.value }];
    case "inlineMath": {
      const typed = sourceOf(node, reading);
      if (!isMaths(typed, reading.source[node.position?.end.offset ?? 0])) return linesOf(typed.split("\n"));
      return [{ kind: "maths", source: node.value }];
    }
    default:
      return linesOf(sourceOf(node, reading).split("\n"));
  }
}

function withIndents({ value, position }: Text, reading: Reading, { indented }: Place): readonly string[] {
  const lines = value.split("\n");
  if (!indented || position === undefined) return lines;
  return lines.map((line, i) => (i === 0 ? line : indentOf(position.start.line + i, reading) + line));
}

/** Sums of money are no maths: a single $ opens before a sign and closes after one, with no digit behind it (as Pandoc has it). */
function isMaths(typed: string, next: string | undefined): boolean {
  if (typed.startsWith("$$")) return true;
  return !/^\$\s|\s\$$/.test(typed) && !/^\d/.test(next ?? "");
}

/** A link to where it may lead; `@` before a link to a seat makes it a mention. */
function addLink(phrases: Inline[], node: Link, reading: Reading, place: Place): void {
  const content = inlinesOf(node, reading, { ...place, inLink: true });
  const label = inlineText(content);
  const to = destinationOf(node.url, reading.origin);
  if (to === null) phrases.push(...linesOf(sourceOf(node, reading).split("\n")));
  else if (place.inLink) phrases.push(...content);
  else if (to.kind === "page") phrases.push({ kind: "link", href: to.href, content: labelled(content, node.url) });
  else if (to.kind === "note")
    phrases.push({ kind: "noteLink", note: to.note, label: label === node.url ? "" : label });
  else if (label.trim() !== "" && takeAt(phrases)) phrases.push({ kind: "mention", seat: to.seat, name: label.trim() });
  else phrases.push(...content);
}

function labelled(content: readonly Inline[], address: string): readonly Inline[] {
  return inlineText(content).trim() === "" ? [{ kind: "text", text: address }] : content;
}

/** Takes the `@` at the end of the words away; false when there is none. */
function takeAt(phrases: Inline[]): boolean {
  const last = phrases.at(-1);
  if (last?.kind !== "text" || !last.text.endsWith("@")) return false;
  phrases.splice(-1, 1, { kind: "text", text: last.text.slice(0, -1) });
  return true;
}

/** Neighbouring words as one run. */
function joined(phrases: readonly Inline[]): readonly Inline[] {
  const runs: Inline[] = [];
  for (const phrase of phrases) {
    const last = runs.at(-1);
    if (phrase.kind === "text" && phrase.text === "") continue;
    if (phrase.kind !== "text" || last?.kind !== "text") runs.push(phrase);
    else runs.splice(-1, 1, { kind: "text", text: last.text + phrase.text });
  }
  return runs;
}
