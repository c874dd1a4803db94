/** What changed between two states of a page, line by line. */

/** A line that both have, that only the older has, or only the newer. */
export type ComparedLine = { readonly kind: "same" | "then" | "now"; readonly line: string };

/** Cells of the table of longest common parts; beyond it (some 2,000 changed lines) the middle is shown as replaced. */
const MAX_CELLS = 4_000_000;

/** The lines of both in one order, by their longest common subsequence. */
export function compareLines(then: readonly string[], now: readonly string[]): readonly ComparedLine[] {
  let start = 0;
  while (start < then.length && start < now.length && then[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(then.length, now.length) - start && then.at(-1 - end) === now.at(-1 - end)) end += 1;
  const older = then.slice(start, then.length - end);
  const newer = now.slice(start, now.length - end);
  return [
    ...as("same", then.slice(0, start)),
    ...compareMiddle(older, newer),
    ...as("same", then.slice(then.length - end)),
  ];
}

function compareMiddle(then: readonly string[], now: readonly string[]): readonly ComparedLine[] {
  const width = now.length + 1;
  if ((then.length + 1) * width > MAX_CELLS) return [...as("then", then), ...as("now", now)];
  const longest = new Uint32Array((then.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = then.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      longest[i * width + j] = then[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const compared: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < then.length && j < now.length) {
    if (then[i] === now[j]) {
      compared.push({ kind: "same", line: then[i] ?? "" });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      compared.push({ kind: "then", line: then[i] ?? "" });
      i += 1;
    } else {
      compared.push({ kind: "now", line: now[j] ?? "" });
      j += 1;
    }
  }
  return [...compared, ...as("then", then.slice(i)), ...as("now", now.slice(j))];
}

function as(kind: ComparedLine["kind"], lines: readonly string[]): readonly ComparedLine[] {
  return lines.map((line) => ({ kind, line }));
}
