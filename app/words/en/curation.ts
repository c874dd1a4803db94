/** What people read about locks, pins, slow mode and the like. */
export const curationWords = {
  bars: {
    text: "This text is locked: its notes can be read, and staff can still write. Your words are kept here.",
    early: "This text is not open for notes yet. Your words are kept here.",
    late: "This text is closed for notes. Your words are kept here.",
    thread: "This thread is locked: it can be read, and staff can still write. Your words are kept here.",
  },
  slow: (seconds: number) =>
    seconds < 120
      ? `Slow mode: you can write here again in ${seconds} seconds. Your words are kept here.`
      : `Slow mode: you can write here again in ${Math.ceil(seconds / 60)} minutes. Your words are kept here.`,
  manyPinned: (limit: number) => `${limit} threads of this text are pinned already. Unpin one first.`,
  onePinned: "A reply in this thread is pinned already. Unpin it first.",
  onlyThreads: "This is for whole threads. Choose the first note.",
  notShown: "Only what everybody sees can be shown like this.",
  badHours: "A text closes after it opens.",
  asides: { "off-topic": "Off topic", settled: "Settled elsewhere", repeated: "Said before" },
} as const;
