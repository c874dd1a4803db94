/** A group's rules of conduct, and moderators' canned answers. */
import { guidelineWords as english } from "./en/guidelines.ts";
import { localised } from "./localised.ts";

export const guidelineWords = localised("guidelineWords", english);
