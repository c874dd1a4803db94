/** What colour and depth each stretch of the text has where passages overlap. */
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { Interval } from "./intervals.ts";

export type Marked = Interval & { readonly colour: Colour };

/** A stretch in one look. Depth 1 is a single note, 2 and 3 are overlaps; deeper ones look like 3. */
export type Layer = {
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
  readonly depth: 1 | 2 | 3;
};

/** Sweeps once over the ends of all passages; the passage that began last gives the colour. */
export function layersOf(marks: readonly Marked[], from: number, to: number): Layer[] {
  const edges = edgesOf(marks, from, to);
  const layers: Layer[] = [];
  const open: Marked[] = [];
  let at = from;
  for (const { offset, mark, opens } of edges) {
    push(layers, at, offset, open);
    at = offset;
    if (opens) open.push(mark);
    else open.splice(open.indexOf(mark), 1);
  }
  return layers;
}

type Edge = { readonly offset: number; readonly mark: Marked; readonly opens: boolean };

function edgesOf(marks: readonly Marked[], from: number, to: number): Edge[] {
  const edges: Edge[] = [];
  for (const mark of marks) {
    const start = Math.max(from, mark.start);
    const end = Math.min(to, mark.end);
    if (start >= end) continue;
    edges.push({ offset: start, mark, opens: true }, { offset: end, mark, opens: false });
  }
  return edges.sort((a, b) => a.offset - b.offset || Number(a.opens) - Number(b.opens) || longerFirst(a.mark, b.mark));
}

const longerFirst = (a: Marked, b: Marked): number => b.end - b.start - (a.end - a.start);

function push(layers: Layer[], start: number, end: number, open: readonly Marked[]): void {
  const top = open.at(-1);
  if (top === undefined || start === end) return;
  const depth = open.length >= 3 ? 3 : open.length === 2 ? 2 : 1;
  const last = layers.at(-1);
  if (last?.end === start && last.colour === top.colour && last.depth === depth) {
    layers[layers.length - 1] = { ...last, end };
  } else layers.push({ start, end, colour: top.colour, depth });
}
