/** How long somebody reads, where a group measures it. */
import { readingTimeWords as englishReadingTimeWords } from "./en/reading-time.ts";
import { localised } from "./localised.ts";

export const readingTimeWords = localised("readingTimeWords", englishReadingTimeWords);
