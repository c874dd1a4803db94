/** Sections: the small groups into which a class is divided. */
import { sectionWords as englishSectionWords } from "./en/sections.ts";
import { localised } from "./localised.ts";

export const sectionWords = localised("sectionWords", englishSectionWords);
