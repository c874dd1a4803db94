/** How points in time are said. Short forms stand beside names, long ones in sentences and tooltips. */
import { timeWords as englishTimeWords } from "./en/time.ts";
import { localised } from "./localised.ts";

export const timeWords = localised("timeWords", englishTimeWords);
