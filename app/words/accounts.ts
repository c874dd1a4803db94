import { accountsWords as englishAccountsWords } from "./en/accounts.ts";
import { localised } from "./localised.ts";

export const accountsWords = localised("accountsWords", englishAccountsWords);
