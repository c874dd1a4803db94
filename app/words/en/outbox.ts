/** Words of what is kept in this browser, and of what waits there to be sent. */
import { numbersIn } from "../numbers.ts";

const { count } = numbersIn("en");

export const outboxWords = {
  title: "Not sent yet",
  menu: "Not sent yet",
  sentence: "What you write without a connection waits here, in this browser, and is sent by itself and only once.",
  none: "Everything you wrote has arrived.",
  noneHint: "What you write without a connection shows here until it has been sent.",
  loading: "Looking into this browser…",
  signedOut: "You are signed out. What waits is sent after you have signed in again.",
  signIn: "Sign in",
  refusedTitle: "Not accepted",
  waitingTitle: "Waiting",
  unknownText: "A text that is not kept here",
  on: "on",
  inGroup: (group: string) => `in ${group}`,
  since: "written",
  sending: "Being sent",
  tries: (n: number) => `tried ${count(n, "time", "times")}`,
  behind: "Waits for the one before it",
  refused: (why: string) => `Not accepted: ${why}`,
  verbs: {
    publish: "A note",
    reply: "A reply",
    edit: "A change to a note",
    delete: "A note to be deleted",
    undelete: "A deleted note to come back",
    hide: "A note to be hidden",
    restore: "A note to be shown again",
    react: "A reaction",
    answer: "An answer to be marked",
    reopen: "A question to be reopened",
    anchor: "A place for a note",
  },
  highlight: "A highlight",
  sendAgain: "Send again",
  sendNow: "Send now",
  editAgain: "Edit again",
  copy: "Copy the words",
  copied: "Your words are on your clipboard.",
  notCopied: "Copying is not allowed here.",
  discard: "Discard",
  discarded: "Discarded.",
  waiting: (n: number) => `${count(n, "note", "notes")} waiting`,
  notAccepted: (n: number) => `${count(n, "note was", "notes were")} not accepted`,
} as const;

/** Texts that can be opened without a network. */
export const keptWords = {
  title: "On this device",
  menu: "On this device",
  sentence:
    "Texts that you opened here. They and their notes can be read without a connection; what you write then waits.",
  offline: "There is no connection. This is what can be read without one.",
  none: "No text is kept yet",
  noneHint: "Open a text while you are connected; from then on it is here.",
  unavailable: "This browser keeps no texts",
  unavailableHint: "It does so only over https, and not in every private window.",
  opened: "opened",
  waiting: (n: number) => `${count(n, "note", "notes")} waiting`,
  remove: "Remove",
  removeLabel: (title: string) => `Remove “${title}” from this device`,
  removed: "Removed from this device.",
  loading: "Looking into this browser…",
} as const;

/** In place of a page that cannot be had without a network. */
export const offlineWords = {
  title: "There is no connection",
  sentence: "This page needs one. What you wrote is kept in this browser and is sent when the connection is back.",
  again: "Try again",
} as const;
