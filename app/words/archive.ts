/** A student's course as a file. */
import { archiveWords as englishArchiveWords } from "./en/archive.ts";
import { localised } from "./localised.ts";

export const archiveWords = localised("archiveWords", englishArchiveWords);
