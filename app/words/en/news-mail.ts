import { numbersIn } from "../numbers.ts";

const { count } = numbersIn("en-GB");

const texts = (title: string, number: number | null) => (number === null ? `“${title}”` : `“${title}”, ¶${number}`);

/** What letters about news say around the words of people. */
export const newsMailWords = {
  somebody: "Somebody",
  happened: {
    mention: (name: string) => `${name} mentioned you`,
    reply: (name: string) => `${name} replied`,
    private: (name: string) => `${name} answered you in private`,
    answered: (name: string) => `${name} marked your question as answered`,
    endorsed: (name: string) => `${name} endorsed your note`,
    decided: () => "A moderator decided about your note",
    outcome: () => "A report of yours was looked at",
    note: (name: string) => `${name} wrote a note`,
  },
  place: texts,
  /** The same for every letter of a thread, so that mail programs keep them together. */
  subject: (title: string, number: number | null, group: string) => `${texts(title, number)} · ${group}`,
  digest: {
    daily: (notes: number, where: string) => `Your day on Glossa: ${count(notes, "note", "notes")} in ${where}`,
    weekly: (notes: number, where: string) => `Your week on Glossa: ${count(notes, "note", "notes")} in ${where}`,
  },
  groups: (n: number) => count(n, "group", "groups"),
  wholeText: "About the whole text",
  answer: "Read and answer",
  open: "Open",
  further: (n: number) => `And ${count(n, "more note", "more notes")}, waiting on Glossa.`,
  why: {
    mention: (group: string) => `You get this because somebody in “${group}” named you.`,
    reply: (group: string) => `You get this because you take part in this thread in “${group}”.`,
    private: (group: string) => `You get this because somebody in “${group}” answered you alone.`,
    answered: (group: string) => `You get this because you asked this question in “${group}”.`,
    endorsed: (group: string) => `You get this because a note of yours in “${group}” was endorsed.`,
    decided: (group: string) => `You get this because a moderator in “${group}” decided about a note of yours.`,
    outcome: (group: string) => `You get this because you reported this note in “${group}”.`,
    note: (group: string) => `You get this because you follow this in “${group}”.`,
  },
  whyDigest: {
    daily: "You get this once a day, in the morning, when there is something new for you.",
    weekly: "You get this on Mondays, when there is something new for you.",
  },
  choose: "Choose what you are written to about",
  stop: {
    "at-once": "No more letters like this one",
    daily: "No more daily letters",
    weekly: "No more weekly letters",
  },
} as const;
