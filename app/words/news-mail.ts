/** What letters about news say around the words of people. */
import { newsMailWords as englishNewsMailWords } from "./en/news-mail.ts";
import { localised } from "./localised.ts";

export const newsMailWords = localised("newsMailWords", englishNewsMailWords);
