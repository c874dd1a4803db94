/** What changed between two versions of a note or a paragraph, word by word. */
import { align } from "./align.ts";
import { numbering, type Token, tokensOf } from "./tokens.ts";

export type DiffPart = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** The parts in reading order; what was removed goes before what was added in its place. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const number = numbering();
  const [first, second] = [a.map(({ text }) => number(text)), b.map(({ text }) => number(text))];
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart["kind"], text: string) => {
    if (text !== "") parts.push({ kind, text });
  };
  let [fromA, fromB] = [0, 0];
  for (const run of [...align(first, second), { a: a.length, b: b.length, length: 0 }]) {
    add("removed", textOf(a.slice(fromA, run.a)));
    add("added", textOf(b.slice(fromB, run.b)));
    add("same", textOf(a.slice(run.a, run.a + run.length)));
    [fromA, fromB] = [run.a + run.length, run.b + run.length];
  }
  return parts;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}
