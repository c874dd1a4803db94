import { siteCareWords as englishSiteCareWords } from "./en/site-care.ts";
import { localised } from "./localised.ts";

export const siteCareWords = localised("siteCareWords", englishSiteCareWords);
