/** What those under a sanction are told, and why giving or ending one was refused. */
import { sanctionWords as english } from "./en/sanctions.ts";
import { localised } from "./localised.ts";

export const sanctionWords = localised("sanctionWords", english);
