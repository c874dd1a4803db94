import type { amongWords as english } from "../en/among.ts";
import type { Translated } from "../localised.ts";

/** Für welche Aufgabe eine Notiz geschrieben wird. */
export const amongWords: Translated<typeof english> = {
  among: "Für",
  group: "Die ganze Gruppe, außerhalb von Aufgaben",
  everySection: "In allen Gruppen",
  someSections: (n, of) => `In ${n} von ${of} Gruppen`,
  tickHint: "Kreuze an, wo es steht; nichts angekreuzt: die ganze Gruppe. Nur Gruppen einer Aufgabe passen zusammen.",
  prompt: "Frage",
  noPrompt: "Keine bestimmte Frage",
  after: (left) =>
    left === 1
      ? "Noch eine Notiz von dir, und du siehst die der anderen."
      : `Noch ${left} Notizen von dir, und du siehst die der anderen.`,
  at: (when) => `Die Notizen der anderen zeigen sich ${when}.`,
  manual: "Die Notizen der anderen zeigen sich, sobald die Lehrperson sie freigibt.",
};
