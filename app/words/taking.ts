/** Words of files that leave: what stands in them, and the small form that asks for them. */
import { takingWords as englishTakingWords } from "./en/taking.ts";
import { localised } from "./localised.ts";

export const takingWords = localised("takingWords", englishTakingWords);
