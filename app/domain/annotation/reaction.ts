/** Signals on a note that are no grade, the few faces a seminar needs, and a teacher's endorsement. */

/** `agree` and `same-question` are words in the interface; the rest is shown as it is. */
export const signals = ["agree", "same-question"] as const;
export const faces = ["\u2764\ufe0f", "\u{1f4a1}", "\u{1f914}", "\u{1f602}", "\u{1f44f}", "\u{1f440}"] as const;
/** By a teacher only (`annotation.endorse`). */
export const ENDORSEMENT = "endorse";

export const reactions = [...signals, ...faces, ENDORSEMENT] as const;
export type Reaction = (typeof reactions)[number];

/** Seats by reaction, oldest first; a reaction that nobody gave is missing. */
export type Reactions = Readonly<Partial<Record<Reaction, readonly string[]>>>;

/** Who gave what, oldest first; `audience` is where the seat is. */
export type GivenReaction = { readonly reaction: Reaction; readonly seat: string; readonly audience: string };

/** Seats by reaction. The keys come in the order of `reactions`, so equal reactions have equal JSON texts; null: none. */
export function gathered(given: readonly GivenReaction[]): Reactions | null {
  if (given.length === 0) return null;
  const bySign = reactions.map((one) => [one, given.filter(({ reaction }) => reaction === one)] as const);
  return Object.fromEntries(
    bySign.flatMap(([one, those]) => (those.length === 0 ? [] : [[one, those.map(({ seat }) => seat)]])),
  );
}
