import type { curationWords as english } from "../en/curation.ts";
import type { Translated } from "../localised.ts";

export const curationWords: Translated<typeof english> = {
  bars: {
    text: "Dieser Text ist geschlossen: Seine Notizen lassen sich lesen, schreiben kann noch die Moderation. Deine Worte bleiben hier.",
    early: "Dieser Text ist noch nicht für Notizen geöffnet. Deine Worte bleiben hier.",
    late: "Dieser Text nimmt keine Notizen mehr auf. Deine Worte bleiben hier.",
    thread:
      "Dieser Faden ist geschlossen: Er lässt sich lesen, schreiben kann noch die Moderation. Deine Worte bleiben hier.",
  },
  slow: (seconds) =>
    seconds < 120
      ? `Langsam: In ${seconds} Sekunden kannst du hier wieder schreiben. Deine Worte bleiben hier.`
      : `Langsam: In ${Math.ceil(seconds / 60)} Minuten kannst du hier wieder schreiben. Deine Worte bleiben hier.`,
  manyPinned: (limit) => `In diesem Text sind schon ${limit} Fäden angeheftet. Bitte erst einen lösen.`,
  onePinned: "In diesem Faden ist schon eine Antwort angeheftet. Bitte erst sie lösen.",
  onlyThreads: "Das gilt für ganze Fäden. Bitte die erste Notiz wählen.",
  notShown: "Das geht nur mit dem, was alle sehen.",
  badHours: "Ein Text schließt, nachdem er geöffnet hat.",
  asides: { "off-topic": "Abseits des Themas", settled: "Anderswo geklärt", repeated: "Schon gesagt" },
};
