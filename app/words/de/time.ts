import type { timeWords as english } from "../en/time.ts";
import type { Translated } from "../localised.ts";

export const timeWords: Translated<typeof english> = {
  locale: "de",
  now: "eben",
  minutes: (n) => `${n} Min.`,
  hours: (n) => `${n} Std.`,
  yesterday: "gestern",
  days: (n) => (n === 1 ? "1 Tag" : `${n} Tage`),
};
