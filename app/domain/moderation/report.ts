/** A report: somebody says that a note or a person breaks the rules. */

/** `gone`: its target went before anybody looked, which says nothing of the reporter. */
export const reportStates = ["open", "upheld", "dismissed", "withdrawn", "gone"] as const;
export type ReportState = (typeof reportStates)[number];

/** Characters (code points) of what a reporter adds in own words. */
export const MAX_REPORT_WORDS = 1_000;

/** What a reporter is told, and no more: whether something was done, never what, by whom, or who else reported. */
export const outcomes = ["waiting", "acted", "kept", "gone", "withdrawn"] as const;
export type Outcome = (typeof outcomes)[number];

const outcomeOf = {
  open: "waiting",
  upheld: "acted",
  dismissed: "kept",
  gone: "gone",
  withdrawn: "withdrawn",
} as const satisfies Readonly<Record<ReportState, Outcome>>;

/** The outcome that a state of a report means to its reporter. */
export function toldOutcome(state: ReportState): Outcome {
  return outcomeOf[state];
}
