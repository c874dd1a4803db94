/** What a note's menu says about reporting and deciding; a few words, since every reading page carries them. */
import { noteToolsWords as english } from "./en/note-tools.ts";
import { localised } from "./localised.ts";

export const noteToolsWords = localised("noteToolsWords", english);
