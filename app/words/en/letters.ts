import { numbersIn } from "../numbers.ts";

const { count } = numbersIn("en-GB");

/** Which letters somebody gets, the page behind the link in each of them, and the queue of those who run the site. */
export const lettersWords = {
  tab: "Letters",
  title: "What you get by mail",
  hint: "However often you choose: what you have read on Glossa in the meantime is left out, and a busy thread is one letter.",
  kind: "When",
  kinds: {
    mention: "Somebody names you",
    reply: "Somebody replies where you take part",
    private: "A teacher answers you in private",
    answered: "Your question is answered",
    endorsed: "Your note is endorsed",
    decided: "A moderator decides about your note",
    outcome: "A report of yours was looked at",
    note: "Something new in what you follow",
  },
  frequencies: { "at-once": "At once", daily: "Daily", weekly: "Weekly", never: "Never" },
  byDefault: {
    "at-once": "By default at once",
    daily: "By default daily",
    weekly: "By default weekly",
    never: "By default never",
  },
  /** The name of one choice, for those who hear it alone. */
  choice: (kind: string, frequency: string) => `${kind}: ${frequency}`,
  where: (address: string) => `Letters go to ${address}.`,
  changeAddress: "Change the address",
  when: (zone: string) =>
    `Daily letters come at seven in the morning, weekly ones on Mondays at seven, by the clock of ${zone}.`,
  changeZone: "Change the time zone",
  accountLetters: "Letters about your account, such as a new password, always come.",
  save: "Save",
  saved: "Saved.",
  choiceUnknown: "This choice is not known here.",
  link: {
    title: "Letters from Glossa",
    stops: {
      "at-once": "One press, and you get no more letters like the one that led you here.",
      daily: "One press, and you get no more daily letters.",
      weekly: "One press, and you get no more weekly letters.",
    },
    button: "Stop these letters",
    stopped: "Done: you get no more letters like the one that led you here.",
    other: "Or choose what you get",
    badTitle: "This link no longer works",
    bad: "Links in letters are good for half a year. Your settings say what you get.",
    toSettings: "To your settings",
  },
  linkGone: "This link no longer works. Your settings say what you get.",
  letterUnknown: "This letter is not waiting any more.",
  adminTabs: { label: "Looking after the site", people: "People", letters: "Letters" },
  queue: {
    title: "Letters on their way",
    counts: (waiting: number, givenUp: number) =>
      `${count(waiting, "letter waits", "letters wait")}, ${givenUp === 0 ? "none was given up" : `${count(givenUp, "was", "were")} given up`}.`,
    hint: "What letters say is not shown to anybody. One that is not taken is tried again for about a day.",
    emptyTitle: "Nothing is waiting",
    empty: "Every letter has been handed to the mail server.",
    about: { account: "About an account", news: "About news" },
    waiting: "Waiting",
    givenUp: "Given up",
    written: "written",
    next: "next try",
    last: "last try",
    tries: (n: number) => count(n, "try", "tries"),
    again: "Try again",
    drop: "Drop",
    cut: (n: number) => `Only the first ${n} are shown.`,
  },
} as const;
