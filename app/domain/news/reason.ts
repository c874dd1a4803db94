/** Why a member is told of a note, or not at all: the one place where following, muting and being meant are weighed. */
import type { FollowLevel, FollowSubject, NewsKind } from "./news.ts";

/** How a member stands to a note that somebody else wrote and that they may see. */
export type NewsFacts = {
  /** It is a private reply to them. */
  readonly isAddressed: boolean;
  /** It names them. */
  readonly isNamed: boolean;
  readonly isReply: boolean;
  /** What they said of its thread, text, group and author; null for nothing. */
  readonly levels: Readonly<Record<FollowSubject, FollowLevel | null>>;
};

/** Strongest first: of two reasons for one note the earlier one counts. */
export const byStrength = [
  "decided",
  "private",
  "mention",
  "answered",
  "endorsed",
  "outcome",
  "reply",
  "note",
] as const satisfies NewsKind[];

/** True when `a` weighs more than `b`. */
export function isStronger(a: NewsKind, b: NewsKind): boolean {
  return byStrength.indexOf(a) < byStrength.indexOf(b);
}

/** True for what the member has been told and has muted since: nothing more goes out about it, such as a letter. */
export function isSilenced(kind: NewsKind, facts: Pick<NewsFacts, "isReply" | "levels">): boolean {
  switch (kind) {
    case "private":
    case "answered":
    case "endorsed":
    case "decided":
    case "outcome":
      return false;
    case "mention":
      return facts.levels.member === "mute";
    case "reply":
    case "note":
      return facts.levels.member === "mute" || placeOf(facts) === "mute";
  }
}

/** A thread is followed for its replies; what it began with is told for other reasons. */
function placeOf({ isReply, levels }: Pick<NewsFacts, "isReply" | "levels">): FollowLevel | null {
  return (isReply ? levels.thread : null) ?? levels.document ?? levels.group;
}

/**
 * The strongest reason, or null. Muting a place silences what happens there but not what is meant for the member; muting a
 * person silences all that they write but private replies. The nearest place that the member spoke of counts.
 */
export function reasonOf({ isAddressed, isNamed, isReply, levels }: NewsFacts): NewsKind | null {
  if (isAddressed) return "private";
  if (levels.member === "mute") return null;
  if (isNamed) return "mention";
  const place = placeOf({ isReply, levels });
  if (place === "mute") return null;
  if (isReply && levels.thread === "follow") return "reply";
  return place === "follow" || levels.member === "follow" ? "note" : null;
}
