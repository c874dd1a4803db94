/** Reporting a note or a person, what became of it, and what authors are told about their own notes. */
import { reportingWords as english } from "./en/reporting.ts";
import { localised } from "./localised.ts";

export const reportingWords = localised("reportingWords", english);
