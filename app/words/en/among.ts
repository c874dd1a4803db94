/** For which assignment a note is written: words of the reading page, which knows few of the others. */
export const amongWords = {
  among: "For",
  group: "The whole group, outside assignments",
  everySection: "In all sections",
  someSections: (n: number, of: number) => `In ${n} of ${of} sections`,
  tickHint: "Tick where it stands; nothing ticked: the whole group. Only sections of one assignment go together.",
  prompt: "Task",
  noPrompt: "No particular task",
  after: (left: number) =>
    left === 1
      ? "One more note of yours, and you see those of the others."
      : `${left} more notes of yours, and you see those of the others.`,
  at: (when: string) => `The notes of the others show ${when}.`,
  manual: "The notes of the others show when the teacher reveals them.",
} as const;
