import type { handInWords as english } from "../en/hand-in.ts";
import type { Translated } from "../localised.ts";

/** Abgeben: was genommen wird, und was Verspätung kostet. */
export const handInWords: Translated<typeof english> = {
  whatIsTaken: "Was du jetzt abgibst",
  counts: "zählt",
  countsNot: "zählt für nichts, was verlangt ist",
  wordCount: (n) => (n === 1 ? "1 Wort" : `${n} Wörter`),
  mark: "Markierung ohne Worte",
  stillLacks: (open) =>
    open === 1 ? "Eine Sache, die verlangt ist, fehlt noch." : `${open} Sachen, die verlangt sind, fehlen noch.`,
  opens: (when) => `öffnet ${when}`,
  closes: (when) => `Nach ${when} wird nichts mehr angenommen.`,
  grace: (when) => `Bis ${when} nach der Frist wird nichts abgezogen.`,
  penalties: {
    none: "Für Verspätung wird nichts abgezogen.",
    flat: (percent) => `Bei Verspätung werden ${percent} % abgezogen.`,
    "per-day": (percent, most) =>
      `Bei Verspätung werden für jeden angefangenen Tag ${percent} % abgezogen, höchstens ${most} %.`,
  },
  minutes: (n) => (n === 1 ? "1 Minute" : `${n} Minuten`),
  newestCounts: "Was du zuletzt abgegeben hast, zählt.",
  lateNow: (when) => `Die Frist war ${when}, es zählt also als verspätet.`,
  now: (notes) => (notes === 1 ? "Diese Notiz abgeben" : `Diese ${notes} Notizen abgeben`),
  nothing: "Ohne Notiz abgeben",
};
