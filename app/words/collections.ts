/** Collections of threads. */
import { collectionWords as englishCollectionWords } from "./en/collections.ts";
import { localised } from "./localised.ts";

export const collectionWords = localised("collectionWords", englishCollectionWords);
