/** Why a command on a note was refused. What was written stays with its author; these sentences stand beside it. */
import { annotationWords as englishAnnotationWords } from "./en/annotations.ts";
import { localised } from "./localised.ts";

export const annotationWords = localised("annotationWords", englishAnnotationWords);
