/** Ends of a passage never split what a reader takes for one letter. */

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** UTF-16 code units to look back for a sure boundary; the longest emoji sequence in use has 35. */
const REACH = 256;

/** The nearest boundary at or before (`start`) or at or after (`end`) an offset. */
export type Side = "start" | "end";

/** Moves an offset outward to a boundary between user-perceived characters (UAX #29, extended grapheme clusters). */
export function snap(text: string, offset: number, side: Side): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const from = windowStart(text, offset);
  const cluster = graphemes.segment(text.slice(from, offset + REACH)).containing(offset - from);
  if (cluster === undefined || from + cluster.index === offset) return offset;
  return side === "start" ? from + cluster.index : from + cluster.index + cluster.segment.length;
}

/** A line break is a boundary on both of its sides; without one in reach a whole code point has to do. */
function windowStart(text: string, offset: number): number {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  if (offset - line <= REACH) return line;
  const from = offset - REACH;
  const unit = text.charCodeAt(from);
  return unit >= 0xdc00 && unit <= 0xdfff ? from - 1 : from;
}
