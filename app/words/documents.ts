/** Why something about a text was refused. */
import { documentWords as englishDocumentWords } from "./en/documents.ts";
import { localised } from "./localised.ts";

export const documentWords = localised("documentWords", englishDocumentWords);
