import type { leadWords as english } from "../en/lead.ts";
import type { Translated } from "../localised.ts";

export const leadWords: Translated<typeof english> = {
  notAllowed: "Alle an eine Stelle rufen können nur Lehrkräfte und die Leitung.",
  bring: { thread: "Alle zu diesem Faden holen", place: (n) => `Alle zu ¶${n} holen` },
  present: "Diesen Faden groß zeigen",
  called: "Alle, die hier lesen, sind eingeladen.",
  notCalled: "Das hat die anderen nicht erreicht. Bitte noch einmal versuchen.",
  place: (n) => (n === null ? "der ganze Text" : `¶${n}`),
  invitation: (name, place) => `${name} ist hier: ${place}`,
  go: "Hingehen",
  follow: (name) => `${name} folgen`,
  following: (name, place) => `Unterwegs mit ${name}: ${place}`,
  waiting: (name, place) => `${name} ist weitergegangen: ${place}. Das Geschriebene bleibt, wo es ist.`,
  stop: "Nicht mehr folgen",
  dismiss: "Nicht jetzt",
  leading: (place) => `Alle sind eingeladen: ${place}`,
  end: "Beenden",
  someone: "Die Lehrkraft",
  stage: {
    title: (text) => `Ein Faden zu ${text}`,
    of: (n, total) => `${n} von ${total}`,
    earlier: "Voriger Faden",
    later: "Nächster Faden",
    back: "Zurück zum Text",
    keys: "J und K führen durch die Fäden, Esc zurück",
    waiting: "Der Faden kommt gleich …",
    highlighted: "hat das markiert",
    question: "Frage",
  },
};
