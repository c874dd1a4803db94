/** Which letters somebody gets, the page behind the link in each of them, and the queue of those who run the site. */
import { lettersWords as englishLettersWords } from "./en/letters.ts";
import { localised } from "./localised.ts";

export const lettersWords = localised("lettersWords", englishLettersWords);
