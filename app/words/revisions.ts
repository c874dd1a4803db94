/** Texts that change, and notes that follow. */
import { revisionWords as englishRevisionWords } from "./en/revisions.ts";
import { localised } from "./localised.ts";

export const revisionWords = localised("revisionWords", englishRevisionWords);
