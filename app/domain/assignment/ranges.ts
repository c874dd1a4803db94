/** Paragraphs of a text as teachers name them: "3-7, 12". */

/** Numbers of paragraphs, both ends included. */
export type Range = { readonly from: number; readonly to: number };

const one = /^¶?\s*(\d{1,5})(?:\s*[-–]\s*¶?\s*(\d{1,5}))?$/u;

/** In order, those that overlap or follow each other as one; null where something is no range. "" is none. */
export function rangesOf(typed: string): readonly Range[] | null {
  const ranges: Range[] = [];
  for (const part of typed.split(/[,;]/u).map((text) => text.trim())) {
    if (part === "") continue;
    const [, first, last = first] = one.exec(part) ?? [];
    const range = { from: Number(first), to: Number(last) };
    if (!(range.from >= 1 && range.to >= range.from)) return null;
    ranges.push(range);
  }
  return joined(ranges);
}

/** The other way round. */
export function sayRanges(ranges: readonly Range[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to + 1) found[found.length - 1] = { ...last, to: Math.max(last.to, to) };
    else found.push({ from, to });
  }
  return found;
}
