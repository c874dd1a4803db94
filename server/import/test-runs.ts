/** Runs and lines as a page of 600 by 800 points may have them, for the tests of what is made of them. */
import { linesInOrder } from "#server/import/pdf-columns.ts";
import { type Line, type Run, textOfLine } from "#server/import/pdf-lines.ts";

/** A run whose letters are half as wide as they are high. */
export function run(text: string, left: number, base: number, given: Partial<Run> = {}): Run {
  const size = given.size ?? 10;
  return {
    text,
    left,
    right: left + text.length * size * 0.5,
    base,
    size,
    font: "plain",
    isMono: false,
    isRtl: false,
    ...given,
  };
}

/** Runs one below the other, 12 points apart. */
export function column(texts: readonly string[], left: number, base: number, given: Partial<Run> = {}): Run[] {
  return texts.map((text, n) => run(text, left, base + 12 * n, given));
}

/** Lines of pages, read in order. */
export function linesOn(...pages: readonly (readonly Run[])[]): Line[] {
  return pages.flatMap((runs, page) => linesInOrder(runs, page));
}

/** What lines say. */
export function said(lines: readonly Line[]): string[] {
  return lines.map(textOfLine);
}
