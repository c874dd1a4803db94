/** Close readings. */
import { assignmentWords as englishAssignmentWords } from "./en/assignments.ts";
import { localised } from "./localised.ts";

export const assignmentWords = localised("assignmentWords", englishAssignmentWords);
