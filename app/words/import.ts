/** Sentences of the import: what is said when bytes cannot become a text. */
import { importWords as englishImportWords } from "./en/import.ts";
import { localised } from "./localised.ts";

export const importWords = localised("importWords", englishImportWords);
