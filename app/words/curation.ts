/** What people read about locks, pins, slow mode and the like. */
import { curationWords as english } from "./en/curation.ts";
import { localised } from "./localised.ts";

export const curationWords = localised("curationWords", english);
