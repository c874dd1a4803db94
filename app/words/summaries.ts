/** Summaries of threads. */
import { summaryWords as englishSummaryWords } from "./en/summaries.ts";
import { localised } from "./localised.ts";

export const summaryWords = localised("summaryWords", englishSummaryWords);
