/** What a note's menu says about reporting and deciding; a few words, since every reading page carries them. */
export const noteToolsWords = {
  report: "Report…",
  withdraw: "You reported this · withdraw",
  publish: "Publish",
  remove: "Remove…",
  revise: "Ask to revise…",
  notSeen: { held: "Waits for approval", hidden: "Hidden", removed: "Removed", spam: "Removed" },
  unreachable: "The server could not be reached. Try again.",
  entry: (n: number) => (n === 0 ? "Moderation, nothing waits" : `Moderation, ${n} to decide`),
} as const;
