import type { rulesWords as english } from "../en/rules.ts";
import type { Translated } from "../localised.ts";

/** Was Regeln sagen: zu Schreibenden, zu denen, die sie pflegen, und auf ihrer Seite. */
export const rulesWords: Translated<typeof english> = {
  busy: "Im Augenblick werden zu viele Notizen geprüft. Bitte in einer Sekunde noch einmal.",
};
