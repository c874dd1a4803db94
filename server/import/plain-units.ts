/** A plain text as units: wrapped paragraphs, single lines, verse, quotations, lists and rules, before anything is labelled. */
import { cueOf } from "#server/import/clutter-cues.ts";
import { isListLine, listItems } from "#server/import/plain-list.ts";
import { isTurn, splitTurns } from "#server/import/plain-speech.ts";
import { stableText } from "#server/import/white-space.ts";
import { columns, isFull, isWrapped, longestWrapped, unwrap, wrapWidth } from "#server/import/width.ts";

/** `line` is a paragraph on one line of the source; `prose` was wrapped. `group` counts what blank lines part. */
export type Unit = {
  readonly shape: "line" | "prose" | "verse" | "quotation" | "list" | "speech" | "rule";
  readonly group: number;
  /** Lines of verse, items of a list, else one text (line ends of the source as "\n"). */
  readonly parts: readonly string[];
};

type Context = { readonly width: number | null; readonly speakers: ReadonlySet<string>; readonly group: number };

/** Lines of verse are at most this wide; hexameters have about 70 columns. */
const widestVerse = 80;

/** Units of a text in order. */
export function unitsOf(source: string, speakersOf: (lines: readonly string[]) => ReadonlySet<string>): Unit[] {
  const groups = groupsOf(source);
  const width = wrapWidth(groups);
  const speakers = speakersOf(groups.flat());
  return settleShortGroups(groups.flatMap((lines, group) => unitsOfGroup(lines, { width, speakers, group })));
}

function groupsOf(source: string): string[][] {
  const groups: string[][] = [[]];
  for (const line of stableText(source).split("\n")) {
    if (line.trim() === "") groups.push([]);
    else groups.at(-1)?.push(line.replaceAll("\t", "    "));
  }
  return groups.filter((group) => group.length > 0);
}

/** The order is the rule: marks first, then the page's furniture, then what the lengths of the lines say. */
function unitsOfGroup(lines: readonly string[], context: Context): Unit[] {
  const { group, width, speakers } = context;
  const unit = (shape: Unit["shape"], parts: readonly string[]): Unit => ({ shape, group, parts });
  if (lines.every((line) => !/[\p{L}\p{N}]/u.test(line))) return [unit("rule", lines)];
  if (lines.every((line) => line.trimStart().startsWith(">"))) return [unit("quotation", quoted(lines, width))];
  if (lines.filter(isListLine).length >= 2 && isListLine(lines[0] ?? "")) return [unit("list", listItems(lines))];
  if (lines.some((line) => isTurn(line, speakers))) {
    return splitTurns(lines, speakers).map((turn) => unit(turn.spoken ? "speech" : "prose", [unwrap(turn.lines)]));
  }
  if (isIndented(lines) && (isWrapped(lines, width) || columns(lines[0] ?? "") > widestVerse)) {
    return [unit("quotation", [unwrap(lines)])];
  }
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return [unit("line", [only.trim()])];
  const isProse = isWrapped(lines, width) && !(cueOf(lines[0] ?? "") !== null || cueOf(lines.at(-1) ?? "") !== null);
  if (isProse) return paragraphsOf(lines, width ?? 0).map((paragraph) => unit("prose", [unwrap(paragraph)]));
  const isShort = lines.every((line) => columns(line.trim()) <= widestVerse && cueOf(line) === null);
  if (isShort)
    return [
      unit(
        "verse",
        lines.map((line) => line.trim()),
      ),
    ];
  return lines.map((line) => unit("line", [line.trim()]));
}

function quoted(lines: readonly string[], width: number | null): string[] {
  const bare = lines.map((line) => line.trimStart().replace(/^(?:> ?){1,5}/, ""));
  const paragraphs = groupsOf(bare.join("\n"));
  return paragraphs.flatMap((lines) => (isWrapped(lines, width) || width !== null ? [unwrap(lines)] : lines));
}

function isIndented(lines: readonly string[]): boolean {
  return lines.every((line) => line.startsWith("    "));
}

/** A wrapped group may hold several paragraphs: a new one begins with an indent, or after a sentence that ends a short line. */
function paragraphsOf(lines: readonly string[], width: number): string[][] {
  const paragraphs: string[][] = [[]];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isNew =
      before !== undefined &&
      ((/^ {2}/.test(line) && !/^ {2}/.test(before)) ||
        (columns(before.trim()) < width * 0.75 && /[.!?…]["'”’»)]?\s*$/.test(before) && !isFull(before, line, width)));
    if (isNew) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

/**
 * Two short lines are verse only in a poem (beside longer stanzas, or three times over); and a single short-lined group
 * at the very beginning of prose is title, author and date. Else each is a line of its own.
 */
function settleShortGroups(units: readonly Unit[]): Unit[] {
  const verses = units.filter((unit) => unit.shape === "verse");
  const stanzas = verses.filter((unit) => unit.parts.length > 2);
  const isPoem = stanzas.length > 0 || verses.length >= 3;
  const hasProse = units.some((unit) => unit.parts.some((part) => part.length > longestWrapped));
  return units.flatMap((unit, index) => {
    if (unit.shape !== "verse") return [unit];
    const isHead = index === 0 && verses.length === 1 && hasProse && unit.parts.length <= 5;
    const keeps = !isHead && (unit.parts.length > 2 || isPoem);
    return keeps ? [unit] : unit.parts.map((part) => ({ ...unit, shape: "line" as const, parts: [part] }));
  });
}
