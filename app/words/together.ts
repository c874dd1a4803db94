/** Every sentence of the page that a group writes together. */
import { togetherWords as englishTogetherWords } from "./en/together.ts";
import { localised } from "./localised.ts";

export const togetherWords = localised("togetherWords", englishTogetherWords);
