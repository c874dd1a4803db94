/** Words of a group's texts: the library, adding a text and its preview. */
import { libraryWords as englishLibraryWords } from "./en/library.ts";
import { localised } from "./localised.ts";

export const libraryWords = localised("libraryWords", englishLibraryWords);
