/** Words of second factors, passkeys, and proving who one is. */
import { factorsWords as englishFactorsWords } from "./en/factors.ts";
import { localised } from "./localised.ts";

export const factorsWords = localised("factorsWords", englishFactorsWords);
