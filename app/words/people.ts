/** The pages about people: for moderators the list and the card, for readers whom they ignore. */
import { peopleWords as english } from "./en/people.ts";
import { localised } from "./localised.ts";

export const peopleWords = localised("peopleWords", english);
