/** One's own reactions among those of others. */
import type { Reaction, Reactions } from "#app/domain/annotation/reaction.ts";

/** True when one of these seats gave that reaction. */
export function hasReacted(reactions: Reactions, reaction: Reaction, ownSeats: readonly string[]): boolean {
  return reactions[reaction]?.some((seat) => ownSeats.includes(seat)) ?? false;
}

/** The reactions once one's own was given or taken back. */
export function reacted(
  reactions: Reactions,
  { reaction, on }: { readonly reaction: Reaction; readonly on: boolean },
  ownSeats: readonly string[],
): Reactions {
  if (hasReacted(reactions, reaction, ownSeats) === on) return reactions;
  const others = (reactions[reaction] ?? []).filter((seat) => !ownSeats.includes(seat));
  const { [reaction]: _, ...rest } = reactions;
  const given = on ? [...others, ...ownSeats.slice(0, 1)] : others;
  return given.length === 0 ? rest : { ...rest, [reaction]: given };
}
