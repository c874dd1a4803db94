/** A report: somebody says that a note or a person breaks the rules. */

export const reportStates = ["open", "upheld", "dismissed", "withdrawn"] as const;
export type ReportState = (typeof reportStates)[number];

/** Characters (code points) of what a reporter adds in own words. */
export const MAX_REPORT_WORDS = 1_000;
