/** Words of class mode: calling everybody to a place, following, and showing a thread large. */
import { leadWords as englishLeadWords } from "./en/lead.ts";
import { localised } from "./localised.ts";

export const leadWords = localised("leadWords", englishLeadWords);
