/** Handing work in: what is frozen, and what coming late costs. */
import { handInWords as englishHandInWords } from "./en/hand-in.ts";
import { localised } from "./localised.ts";

export const handInWords = localised("handInWords", englishHandInWords);
