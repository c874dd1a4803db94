/** Words of a member's portfolio: what they wrote, in its context, and the links under which they show it. */
import { workWords as englishWorkWords } from "./en/work.ts";
import { localised } from "./localised.ts";

export const workWords = localised("workWords", englishWorkWords);
