/** What people read about the record and about appeals. */
import { appealWords as englishAppeals, recordWords as englishRecord } from "./en/appeals.ts";
import { localised } from "./localised.ts";

export const appealWords = localised("appealWords", englishAppeals);
export const recordWords = localised("recordWords", englishRecord);
