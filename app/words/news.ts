/** What is new, and what one follows. */
import { newsWords as englishNewsWords } from "./en/news.ts";
import { localised } from "./localised.ts";

export const newsWords = localised("newsWords", englishNewsWords);
