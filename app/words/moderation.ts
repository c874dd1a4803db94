/** What moderators, reporters and authors read about decisions: refusals, verbs and reasons. */
import { moderationWords as english } from "./en/moderation.ts";
import { localised } from "./localised.ts";

export const moderationWords = localised("moderationWords", english);
