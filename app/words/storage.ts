/** Sentences of the storage: overload, and databases that this build cannot open. */
import { storageWords as englishStorageWords } from "./en/storage.ts";
import { localised } from "./localised.ts";

export const storageWords = localised("storageWords", englishStorageWords);
