/** What reporters and moderators are told when a report, a claim or a batch cannot be as they want it. */
import { triageWords as english } from "./en/triage.ts";
import { localised } from "./localised.ts";

export const triageWords = localised("triageWords", english);
