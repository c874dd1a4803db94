/** Which notes wait for a person whatever they say: policies of a group, a text, a thread or a member, for a time. */
import { type History, isNewHere, settledNotes } from "./history-rules.ts";
import type { FirstPosts } from "./rule.ts";

/** Mildest first; without a policy notes are published and looked at afterwards. */
export const holdKinds = ["after", "newcomers", "approval"] as const;
export type HoldKind = (typeof holdKinds)[number];

/** `assignment`: a seam for work that is set; nothing makes such a policy yet. */
export const holdScopes = ["group", "document", "thread", "member", "assignment"] as const;
export type HoldScope = (typeof holdScopes)[number];

export type HoldPolicy = {
  readonly id: string;
  readonly kind: Exclude<HoldKind, "after">;
  readonly scope: HoldScope;
  /** Id of the group, text, first note, member or assignment. */
  readonly subject: string;
  /** Of `newcomers`: how many notes, and after how many milliseconds one counts by itself. */
  readonly notes: number;
  readonly aged: number;
  /** Milliseconds since 1970; null: always, and for good. */
  readonly from: number | null;
  readonly until: number | null;
  /** What the author is told, in the moderator's words; may be empty. */
  readonly reason: string;
};

/** What the author is shown before posting, and what is done when they post. */
export type Waiting =
  | { readonly kind: "none" }
  | (Told & { readonly kind: "approval"; readonly until: number | null })
  /** `left`: how many more of the author's notes a person looks at. */
  | (Told & { readonly kind: "newcomers"; readonly left: number });

/** `policy` is its id. */
type Told = { readonly policy: string; readonly scope: HoldScope; readonly reason: string };

/** A place where somebody writes; null for a new thread. */
export type WritingPlace = {
  readonly group: string;
  readonly document: string;
  readonly thread: string | null;
  readonly member: string;
};

/** The strictest of all policies that apply there and then; of equals the one that lasts longest. */
export function waitingOf(
  policies: readonly HoldPolicy[],
  place: WritingPlace,
  history: Pick<History, "approved" | "unchallenged">,
  now: number,
): Waiting {
  const found = policies
    .filter((policy) => applies(policy, place, now))
    .map((policy) => asWaiting(policy, history, now));
  return found.reduce<Waiting>((strictest, one) => (weight(one) > weight(strictest) ? one : strictest), {
    kind: "none",
  });
}

function applies({ scope, subject, from, until }: HoldPolicy, place: WritingPlace, now: number): boolean {
  if ((from !== null && now < from) || (until !== null && now >= until)) return false;
  return scope !== "assignment" && place[scope] === subject;
}

function asWaiting(policy: HoldPolicy, history: Pick<History, "approved" | "unchallenged">, now: number): Waiting {
  const { id, kind, scope, until, reason, notes, aged } = policy;
  const told = { policy: id, scope, reason };
  if (kind === "approval") return { kind, ...told, until };
  const first: FirstPosts = { kind: "first-posts", notes, aged };
  const whole: History = { own: [], group: [], times: [], ...history };
  if (!isNewHere(first, whole, now)) return { kind: "none" };
  return { kind, ...told, left: notes - settledNotes(aged, whole, now) };
}

/** A number that is larger the stricter it is. */
function weight(waiting: Waiting): number {
  switch (waiting.kind) {
    case "none":
      return 0;
    case "newcomers":
      return 1 + Math.min(waiting.left, 1_000) / 1_001;
    case "approval":
      return waiting.until === null ? 4 : 2 + waiting.until / (waiting.until + 1);
  }
}
