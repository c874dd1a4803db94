/** Reporting a note or a person, what became of it, and what authors are told about their own notes. */
import { numbersIn } from "../numbers.ts";

const { count } = numbersIn("en");

export const reportingWords = {
  report: {
    title: "Report this note",
    hint: "Moderators of this group look at it. Its author does not learn who reported it.",
    reason: "What is wrong?",
    words: "In your words",
    wordsHint: "Not needed, but it helps those who decide.",
    person: (name: string) => `Report ${name}, not only this note`,
    send: "Report",
    cancel: "Cancel",
    sent: "Thank you. Moderators will look at it.",
    again: "You have reported this already.",
    withdrawn: "Your report was taken back.",
    back: "Back to the note",
    needsReason: "Say what is wrong.",
  },
  decide: {
    remove: "Remove this note",
    revise: "Ask the author to revise",
    what: "What is to be done?",
    verbs: {
      publish: "Publish it, or leave it as it is",
      hide: "Hide it from readers",
      remove: "Remove it",
      revise: "Ask its author to revise it",
    },
    send: "Decide",
    done: "Done.",
    undo: "Undo",
    undone: "The decision was taken back.",
  },
  mine: {
    tab: "Reports",
    title: "Your reports",
    hint: "What you said to moderators, and whether something was done. They do not tell more than that.",
    none: "You have reported nothing.",
    note: "A note",
    person: "A person",
    in: (group: string) => `in ${group}`,
    open: "Look at it",
    withdraw: "Withdraw",
    outcomes: {
      waiting: "Waits to be looked at",
      acted: "Something was done",
      kept: "Left as it is",
      gone: "No longer there",
      withdrawn: "Taken back by you",
    },
  },
  standing: {
    held: "Only you and moderators see this until it is approved.",
    hidden: "Moderators have hidden this. Readers see only that a note stood here.",
    removed: "Moderators have removed this. Readers no longer see it.",
    spam: "This was removed as spam.",
    revise: "Moderators ask you to revise this.",
    resent: "You have sent this again. Moderators will look at it.",
    reason: (reason: string) => `Reason: ${reason}.`,
    said: (words: string) => `They say: “${words}”`,
    mend: "Change the words and save: moderators look at it again.",
    tries: (n: number) => `You can send it again ${count(n, "time", "times")}.`,
    final: "It cannot be sent again.",
  },
} as const;
