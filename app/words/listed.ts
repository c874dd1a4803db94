/** What the list of notes says where there is no JavaScript. */
import { listedWords as englishListedWords } from "./en/listed.ts";
import { localised } from "./localised.ts";

export const listedWords = localised("listedWords", englishListedWords);
