/** What the process says to the person who runs it: on the terminal and in the log. */
import { operationsWords as englishOperationsWords } from "./en/operations.ts";
import { localised } from "./localised.ts";

export const operationsWords = localised("operationsWords", englishOperationsWords);
