import { guidelineWords } from "#app/words/guidelines.ts";
import { peopleWords } from "#app/words/people.ts";

/** What the moderators' column leads to here; words are looked up when they are read. */
export const peopleSections: readonly { readonly path: string; readonly label: () => string }[] = [
  { path: "people", label: () => peopleWords.nav },
  { path: "answers", label: () => guidelineWords.answers.nav },
];
