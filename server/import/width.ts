/** Widths of lines in columns, by which hard-wrapped paragraphs are told from verse. */

/** East Asian wide letters take two columns (UAX #11). */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/gu;

/** Longest line that a person wraps by hand; above it a line is a whole paragraph. Columns. */
export const longestWrapped = 120;

/** Below this width short lines are meant: blank verse has some 45 columns, mail and books are wrapped at 60 to 80. */
const narrowest = 52;

/** Columns of a line. */
export function columns(line: string): number {
  return line.length + (line.match(wide)?.length ?? 0);
}

/** Width at which the groups of a text are wrapped, or null where none is. 19 of 20 lines keep to it. */
export function wrapWidth(groups: readonly (readonly string[])[]): number | null {
  const widths = groups
    .filter((group) => group.length > 1 && group.every((line) => columns(line) <= longestWrapped))
    .flatMap((group) => group.slice(0, -1).map((line) => columns(line.trimEnd())))
    .sort((a, b) => a - b);
  const width = widths[Math.min(widths.length - 1, Math.floor(widths.length * 0.95))];
  return width === undefined || width < narrowest ? null : width;
}

/** A group is wrapped when its lines end because the next word did not fit, and begin in mid-sentence. */
export function isWrapped(group: readonly string[], width: number | null): boolean {
  if (width === null || group.length < 2 || group.some((line) => columns(line) > longestWrapped)) return false;
  const starts = group.slice(1).map((line) => line.trimStart());
  const full = starts.filter((next, index) => isFull(group[index] ?? "", next, width)).length;
  const capital = starts.filter((line) => /^["'“‘«(]?\p{Lu}/u.test(line)).length;
  const lower = starts.filter((line) => /^\p{Ll}/u.test(line)).length;
  const looksLikeVerse = starts.length >= 3 && capital >= starts.length * 0.9;
  return (
    !looksLikeVerse && (full >= starts.length * 0.7 || (full >= starts.length * 0.4 && lower >= starts.length * 0.6))
  );
}

/** Three columns of grace: editors differ in how they count the last blank. */
export function isFull(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next)?.[0] ?? "";
  const room = columns(word) === word.length ? columns(word) : 2;
  return columns(line.trimEnd()) + 1 + room > width - 3;
}

/** One line out of wrapped ones, their ends kept as "\n" (they show as spaces; verse can have them back). No gap between wide letters. */
export function unwrap(lines: readonly string[]): string {
  let joined = "";
  for (const line of lines) {
    const next = line.trim();
    const gap = joined === "" || (isWide(joined.at(-1)) && isWide(next.at(0))) ? "" : "\n";
    joined += gap + next;
  }
  return joined;
}

function isWide(letter: string | undefined): boolean {
  return letter !== undefined && columns(letter) === 2;
}
