/** Branches that staff set aside: folded under their first note until a reader opens them. */
import { curationOf } from "./curating.ts";
import type { PlacedReply } from "./reply-tree.ts";

/** The replies without those below a note that is set aside and not open. They come in the order of `placedReplies`. */
export function unfolded(placed: readonly PlacedReply[], open: ReadonlySet<string>): readonly PlacedReply[] {
  const shut = new Set<string>();
  return placed.filter(({ note }) => {
    const isBelow = note.parent !== null && shut.has(note.parent);
    if (isBelow || (curationOf(note).aside !== null && !open.has(note.id))) shut.add(note.id);
    return !isBelow;
  });
}
