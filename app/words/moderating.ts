/** The pages on which moderators decide: the queue, its cards, decisions, batches and keys. */
import { moderatingWords as english } from "./en/moderating.ts";
import { localised } from "./localised.ts";

export const moderatingWords = localised("moderatingWords", english);
