/** For which assignment a note is written. */
import { amongWords as englishAmongWords } from "./en/among.ts";
import { localised } from "./localised.ts";

export const amongWords = localised("amongWords", englishAmongWords);
