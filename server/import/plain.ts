/** Plain text to pieces. */
import type { Element } from "hast";
import type { Piece } from "#app/domain/document/document.ts";
import { findClutter } from "#server/import/clutter.ts";
import { element, textNode } from "#server/import/element.ts";
import { type Draft, toPieces } from "#server/import/pieces.ts";
import { type Entry, labelEntries } from "#server/import/plain-labels.ts";
import { countsUp, isBulletLine, ordinalOf, withoutMark } from "#server/import/plain-list.ts";
import { speakersOf } from "#server/import/plain-speech.ts";
import { type Unit, unitsOf } from "#server/import/plain-units.ts";

/** Pieces of a plain text: labels by shape and place, clutter proposed. */
export function readPlain(source: string): Piece[] {
  const units = joinItems(unitsOf(source, speakersOf).flatMap(splitCredit));
  const lines = units.map((unit) => ({
    text: unit.parts.join("\n"),
    shaped: unit.shape !== "line" && unit.shape !== "prose",
  }));
  const clutter = findClutter(lines);
  const entries: Entry[] = units.map((unit, index) => ({
    unit,
    text: lines[index]?.text ?? "",
    clutter: clutter[index] ?? null,
  }));
  const labels = labelEntries(entries);
  const drafts = entries.map(({ unit, clutter: kind }, index): Draft => {
    return { label: labels[index] ?? "paragraph", clutter: kind, nodes: nodesOf(unit) };
  });
  return toPieces(drafts);
}

/** "A fence on a hill (Image credit: the author)" is a caption and a credit. */
function splitCredit(unit: Unit): Unit[] {
  const [text = ""] = unit.parts;
  if (unit.shape !== "line" || text.length > 400) return [unit];
  const at = text.search(/[([](?:image|photo|picture)s? ?(?:credits?|by)?:/i);
  if (at <= 0 || !/[)\]]$/.test(text)) return [unit];
  return [text.slice(0, at), text.slice(at)].map((part) => ({ ...unit, parts: [part.trim()] }));
}

/** Items that blank lines part are one list, where each is marked by a bullet. Numbered paragraphs stay: they are cited so. */
function joinItems(units: readonly Unit[]): Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const isItem =
      (unit.shape === "line" || unit.shape === "prose" || unit.shape === "list") && unit.parts.every(isBulletLine);
    const last = joined.at(-1);
    if (isItem && last?.shape === "list" && last.parts.every(isBulletLine)) {
      joined[joined.length - 1] = { ...last, parts: [...last.parts, ...unit.parts] };
    } else joined.push(isItem ? { ...unit, shape: "list" } : unit);
  }
  return joined;
}

function nodesOf(unit: Unit): Element[] {
  const [text = ""] = unit.parts;
  switch (unit.shape) {
    case "rule":
      return [element("hr", [])];
    case "verse":
      return [element("p", lineNodes(unit.parts), { dataKind: "verse" })];
    case "speech":
      return [element("p", [textNode(text)], { dataKind: "speech" })];
    case "quotation":
      return [element("blockquote", unit.parts.map(paragraph))];
    case "list":
      return listNodes(unit.parts);
    default:
      return [paragraph(text)];
  }
}

/** A numbered list whose numbers jump keeps them as text. */
function listNodes(items: readonly string[]): Element[] {
  const counts = countsUp(items);
  if (!counts && items.some((item) => ordinalOf(item) !== null)) return items.map(paragraph);
  const start = ordinalOf(items[0] ?? "");
  const entries = items.map((item) => element("li", [textNode(withoutMark(item))]));
  return [element(counts ? "ol" : "ul", entries, start === null || start === 1 ? {} : { start })];
}

function paragraph(text: string): Element {
  return element("p", [textNode(text)]);
}

function lineNodes(lines: readonly string[]): Element["children"] {
  return lines.flatMap((line, index) => (index === 0 ? [textNode(line)] : [element("br", []), textNode(line)]));
}
