/** Sentences of the edge: what a request is told before, or instead of, any page. */
import { problemWords as englishProblemWords } from "./en/problems.ts";
import { localised } from "./localised.ts";

export const problemWords = localised("problemWords", englishProblemWords);
