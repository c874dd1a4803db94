/** Words of signing in, signing up, and coming back after a forgotten password. */
import { accountWords as englishAccountWords } from "./en/account.ts";
import { localised } from "./localised.ts";

export const accountWords = localised("accountWords", englishAccountWords);
