/** Words of proving once more who one is. */
import { proofWords as englishProofWords } from "./en/proof.ts";
import { localised } from "./localised.ts";

export const proofWords = localised("proofWords", englishProofWords);
