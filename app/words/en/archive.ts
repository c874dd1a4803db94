/** A student's course as a file. */
export const archiveWords = {
  title: (name: string) => `Course work of ${name}`,
  take: "Take all my work along",
  takeOf: (name: string) => `Take the work of ${name} along`,
  none: "No assignment was published yet.",
  blind: "This is marked without names. It can be taken along once the grade is released.",
  nothingHandedIn: "Nothing was handed in. These are the notes as they stood on the day of this file.",
  nothing: "Nothing was handed in, and nothing was written.",
  asked: "What was asked",
  done: "done",
  open: "not done",
  notes: "Notes",
  answers: (name: string) => `answers ${name}`,
  repliesBy: (names: string) => `Answered by ${names}`,
} as const;
