/** Pseudonyms towards peers. */
import { veilWords as englishVeilWords } from "./en/veil.ts";
import { localised } from "./localised.ts";

export const veilWords = localised("veilWords", englishVeilWords);
