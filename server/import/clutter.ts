/** Proposes what a page put around its text. Nothing is removed here: the person who imports decides. */
import type { ClutterKind } from "#app/domain/document/document.ts";
import { cueOf, isButton, isWall, speaksToReader } from "#server/import/clutter-cues.ts";

/** A line or a piece. What is `shaped` (verse, speech, a table) may repeat itself and speak to "you". */
export type Line = { readonly text: string; readonly shaped: boolean };

/** Lines of a box between two of its cues that may lack one of their own. */
const boxGap = 3;

/** The last lines of a text, among which a wall ends it. */
const tail = 12;

/** Same lines nearer than this are one box printed twice. */
const near = 2;

/** The reason for each line, in order, or null for what is text. */
export function findClutter(lines: readonly Line[]): (ClutterKind | null)[] {
  const found = lines.map((line) => (line.shaped ? null : cueOf(line.text)));
  fillBoxes(lines, found);
  joinButtons(lines, found);
  closeWall(lines, found);
  markRepeated(lines, found);
  return found;
}

/** A short line that speaks to the reader between two lines of a newsletter box is part of the box. */
function fillBoxes(lines: readonly Line[], found: (ClutterKind | null)[]): void {
  let last = -1;
  for (const [index, kind] of found.entries()) {
    if (kind !== "newsletter") continue;
    const between = lines.slice(last + 1, index);
    const isBox =
      last >= 0 && between.length <= boxGap && between.every(({ text, shaped }) => !shaped && speaksToReader(text));
    if (isBox) found.fill("newsletter", last + 1, index);
    last = index;
  }
}

function joinButtons(lines: readonly Line[], found: (ClutterKind | null)[]): void {
  for (const [index, line] of lines.entries()) {
    if (found[index] !== null || !isButton(line.text)) continue;
    const next = lines[index + 1];
    if (found[index - 1] === "share" || found[index + 1] === "share" || (next !== undefined && isButton(next.text))) {
      found[index] = "share";
    }
  }
}

function closeWall(lines: readonly Line[], found: (ClutterKind | null)[]): void {
  let shut = false;
  for (let index = Math.max(0, lines.length - tail); index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    if (found[index] === "continue-reading" && isWall(line.text)) shut = true;
    else if (shut && found[index] === null && !line.shaped && speaksToReader(line.text))
      found[index] = "continue-reading";
  }
}

/** A line said again: at once, or far off where it is long, or the third time. The first stays. */
function markRepeated(lines: readonly Line[], found: (ClutterKind | null)[]): void {
  const places = new Map<string, number[]>();
  for (const [index, { text, shaped }] of lines.entries()) {
    const key = text.trim().toLowerCase();
    if (shaped || found[index] !== null || !/\p{L}{2}/u.test(key)) continue;
    const before = places.get(key);
    if (before === undefined) places.set(key, [index]);
    else before.push(index);
  }
  for (const [key, indexes] of places) {
    for (const [time, index] of indexes.entries()) {
      const before = indexes[time - 1];
      if (before === undefined) continue;
      if (index - before <= near || key.length >= 40 || indexes.length >= 3) found[index] = "repeated";
    }
  }
}
