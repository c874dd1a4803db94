/** Watching and grading assignments. */
import { boardLetters as englishBoardLetters, boardWords as englishBoardWords } from "./en/board.ts";
import { localised } from "./localised.ts";

export const boardWords = localised("boardWords", englishBoardWords);
export const boardLetters = localised("boardLetters", englishBoardLetters);
