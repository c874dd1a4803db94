/** Handing work in: what is frozen, and what coming late costs. */
export const handInWords = {
  whatIsTaken: "What is handed in now",
  counts: "counts",
  countsNot: "counts for nothing that is asked",
  wordCount: (n: number) => (n === 1 ? "1 word" : `${n} words`),
  mark: "Highlight without words",
  stillLacks: (open: number) =>
    open === 1 ? "One thing that is asked is not done yet." : `${open} things that are asked are not done yet.`,
  opens: (when: string) => `opens ${when}`,
  closes: (when: string) => `Nothing is taken after ${when}.`,
  grace: (when: string) => `Up to ${when} after the due time nothing is taken off.`,
  penalties: {
    none: "Coming late takes nothing off.",
    flat: (percent: number) => `Coming late takes ${percent}% off.`,
    "per-day": (percent: number, most: number) =>
      `Coming late takes ${percent}% off for each day begun, ${most}% at most.`,
  },
  minutes: (n: number) => (n === 1 ? "1 minute" : `${n} minutes`),
  newestCounts: "The newest one counts.",
  lateNow: (when: string) => `It was due ${when}, so this counts as late.`,
  now: (notes: number) => (notes === 1 ? "Hand in this note" : `Hand in these ${notes} notes`),
  nothing: "Hand in without a note",
} as const;
