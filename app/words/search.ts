/** Words of the search: the line, what was found, facets, and how to ask. */
import { searchWords as englishSearchWords } from "./en/search.ts";
import { localised } from "./localised.ts";

export const searchWords = localised("searchWords", englishSearchWords);
