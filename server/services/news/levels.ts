/** What members said of the places of a note, side by side. */
import type { NewsFacts } from "#app/domain/news/reason.ts";
import type { FollowRow } from "#db/repositories/follows.ts";

export type Levels = NewsFacts["levels"];

/** Of who said nothing. */
export const silence: Levels = { thread: null, document: null, group: null, member: null };

/** By member; who said nothing is missing. */
export function levelsOf(rows: readonly FollowRow[]): ReadonlyMap<string, Levels> {
  const levels = new Map<string, Levels>();
  for (const { member, kind, level } of rows) {
    levels.set(member, { ...(levels.get(member) ?? silence), [kind]: level });
  }
  return levels;
}
