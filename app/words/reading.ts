/** Every sentence of the reading page. */
import { readingWords as englishReadingWords } from "./en/reading.ts";
import { localised } from "./localised.ts";

export const readingWords = localised("readingWords", englishReadingWords);
