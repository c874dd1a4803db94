/** Words of the search: the line, what was found, facets, and how to ask. */
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { Example } from "#app/domain/search/examples.ts";
import type { Flag, Sort } from "#app/domain/search/query.ts";
import { numbersIn } from "../numbers.ts";

const { number, count } = numbersIn("en");
const some = (n: number, isMore: boolean): string => `${number(n)}${isMore ? "+" : ""}`;

export const searchWords = {
  title: "Search",
  titleOf: (group: string) => `Search ${group}`,
  label: "What to look for",
  placeholder: "Words, “a phrase”, by:somebody, is:open…",
  button: "Search",
  completions: "Values that fit",
  where: { label: "Where to look", here: "This group", everywhere: "All my groups" },
  show: { label: "What to look through", all: "Everything", notes: "Notes", texts: "Texts" },
  sort: { label: "Order" } as { readonly label: string },
  sorts: { time: "Newest first", place: "By place", activity: "Latest discussion" } satisfies Record<Sort, string>,
  notes: (n: number, isMore: boolean) => (isMore ? `${some(n, isMore)} notes` : count(n, "note", "notes")),
  passages: (n: number, isMore: boolean) => (isMore ? `${some(n, isMore)} passages` : count(n, "passage", "passages")),
  count: some,
  counted: (n: number) => `Counted among the newest ${number(n)}.`,
  partial: "Only the newest notes were put in this order. Ask for something narrower to see all.",
  inTexts: "In the texts",
  inNotes: "In the notes",
  allPassages: (n: string) => `All ${n}`,
  more: "Further results",
  lookFurther: "Look further back",
  first: "Back to the first results",
  whole: "on the whole text",
  paragraph: (n: number) => `¶${n}`,
  answering: (name: string) => `answering ${name}`,
  replies: (n: number) => count(n, "reply", "replies"),
  somebody: "Somebody",
  bare: "Highlighted, without words",
  narrow: "Narrow it down",
  remove: (name: string) => `Without ${name}`,
  facets: {
    in: "Texts",
    kind: "Kind",
    state: "State",
    by: "People",
    tag: "Tags",
    colour: "Colours",
  },
  flags: {
    "has:reply": "With replies",
    "is:unread": "New to me",
    "is:open": "Open questions",
    "is:answered": "Answered",
    "is:mine": "Mine",
    "is:endorsed": "Endorsed",
  } satisfies Record<Flag, string>,
  kinds: {
    note: "Note",
    question: "Question",
    highlight: "Highlight",
    reply: "Reply",
    evidence: "Evidence",
    connection: "Connection",
  } as Readonly<Record<string, string>>,
  colours: { amber: "Amber", green: "Green", blue: "Blue", rose: "Rose", violet: "Violet" } satisfies Record<
    Colour,
    string
  >,
  begin: {
    title: "What are you looking for?",
    sentence: "Notes and texts that you may see, in every text of the group. Or begin with one of these:",
  },
  none: {
    title: "Nothing here is like that",
    sentence: "Try fewer words, or the beginning of a word.",
    unknown: (value: string) => `Nobody and nothing here is called “${value}”.`,
    everywhere: "Look in all my groups",
  },
  help: {
    title: "How to ask",
    meanings: {
      words: "both words, accents and capitals aside; the last one may be a beginning",
      phrase: "these words side by side",
      without: "without this word; a minus works before everything",
      who: "who wrote it",
      what: "what it is",
      fate: "what became of it",
      mine: "what it is to you",
      where: "a text, and paragraphs in it",
      when: "when it was written",
    } satisfies Record<Example, string>,
  },
};
