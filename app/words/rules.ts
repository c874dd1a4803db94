/** What rules say: to authors, to moderators who keep them, and on their page. */
import { rulesWords as englishRulesWords } from "./en/rules.ts";
import { localised } from "./localised.ts";

export const rulesWords = localised("rulesWords", englishRulesWords);
