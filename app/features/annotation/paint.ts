/** Paints passages without touching the text: CSS Custom Highlight API, or boxes where a browser lacks it. */
import { colours } from "#app/domain/annotation/annotation.ts";
import type { Span } from "#app/domain/annotation/describe.ts";
import type { ArticleGeometry } from "./article-geometry.ts";
import { type IntervalIndex, overlapping } from "./intervals.ts";
import { layersOf, type Marked } from "./layers.ts";
import { staticRange } from "./text-index.ts";

/** Everything that may be painted; only what lies in the window is. */
export type Picture = {
  readonly marks: IntervalIndex<Marked>;
  /** The passages of the open thread or of the composer. */
  readonly focus: readonly Marked[];
  readonly hover: readonly Marked[];
  /** What others are selecting right now. */
  readonly peers: readonly Span[];
  readonly hits: readonly Span[];
  /** The search hit that the reader stands at. */
  readonly hit: Span | null;
};

type Stroke = Span & { readonly name: string };

/** Higher paints over lower. */
const priorities = { mark: 0, peer: 1, hover: 2, focus: 3, hit: 4, "hit-now": 5 } as const;

/** Every name that highlights.css styles, with its priority: 5 colours × (3 depths, hover, focus), and three more. */
const names: ReadonlyMap<string, number> = new Map([
  ...colours.flatMap((colour) => [
    ...[1, 2, 3].map((depth) => [`${colour}-${depth}`, priorities.mark] as const),
    [`${colour}-hover`, priorities.hover] as const,
    [`${colour}-focus`, priorities.focus] as const,
  ]),
  ["peer", priorities.peer],
  ["hit", priorities.hit],
  ["hit-now", priorities["hit-now"]],
]);

/** What is to be painted between two offsets. */
export function strokesOf(picture: Picture, { start, end }: Span): Stroke[] {
  const strokes: Stroke[] = layersOf(overlapping(picture.marks, start, end), start, end).map((layer) => ({
    start: layer.start,
    end: layer.end,
    name: `${layer.colour}-${layer.depth}`,
  }));
  const whole = (span: Span | null, name: string) => {
    if (span !== null && span.start < end && span.end > start) {
      strokes.push({ start: Math.max(start, span.start), end: Math.min(end, span.end), name });
    }
  };
  for (const span of picture.peers) whole(span, "peer");
  for (const mark of picture.hover) whole(mark, `${mark.colour}-hover`);
  for (const mark of picture.focus) whole(mark, `${mark.colour}-focus`);
  for (const span of picture.hits) whole(span, "hit");
  whole(picture.hit, "hit-now");
  return strokes;
}

/** A painter keeps what it painted until it paints again. */
export type Painter = {
  readonly paint: (geometry: ArticleGeometry, strokes: readonly Stroke[]) => void;
  readonly clear: () => void;
};

/** The best painter of this browser; `layer` is where boxes go, an empty element over the article. */
export function makePainter(layer: HTMLElement): Painter {
  return "highlights" in CSS ? highlightPainter() : boxPainter(layer);
}

/** A handful of Highlight objects and StaticRanges: live ranges and one object per note cost hundreds of milliseconds. */
function highlightPainter(): Painter {
  const registered = new Map<string, Highlight>();
  for (const [name, priority] of names) {
    const highlight = new Highlight();
    highlight.priority = priority;
    registered.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }
  return {
    paint(geometry, strokes) {
      for (const highlight of registered.values()) highlight.clear();
      for (const { start, end, name } of strokes) {
        const range = staticRange(geometry.index, start, end);
        if (range !== null) registered.get(name)?.add(range);
      }
    },
    clear() {
      for (const name of registered.keys()) CSS.highlights.delete(name);
    },
  };
}

function boxPainter(layer: HTMLElement): Painter {
  return {
    paint(geometry, strokes) {
      const boxes = strokes.flatMap(({ start, end, name }) =>
        geometry.rects(start, end).map((rect) => {
          const box = document.createElement("div");
          box.dataset.paint = name;
          box.style.cssText = `left:${rect.left}px;top:${rect.top}px;width:${rect.width}px;height:${rect.height}px`;
          return box;
        }),
      );
      layer.replaceChildren(...boxes);
    },
    clear: () => layer.replaceChildren(),
  };
}
