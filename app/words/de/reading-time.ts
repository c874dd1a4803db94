import type { readingTimeWords as english } from "../en/reading-time.ts";
import type { Translated } from "../localised.ts";

/** Lesezeit, wo eine Gruppe sie misst. */
export const readingTimeWords: Translated<typeof english> = {
  title: "Lesezeit",
  isOff: "Es wird nicht gemessen, wie lange jemand liest.",
  isOn: "Es wird gemessen, wie lange jemand liest, und das erfahren alle, die es betrifft.",
  hint: "Gezählt wird nur, solange ein aufgegebener Text zu sehen ist und auf der Seite etwas geschieht. Was geschieht, wird nicht festgehalten. Beim Ausschalten verschwindet, was gemessen wurde.",
  turnOn: "Lesezeit messen",
  turnOff: "Beenden und Gemessenes entfernen",
  told: "Deine Gruppe misst, wie lange du hier liest: solange der Text zu sehen ist und du auf der Seite etwas tust.",
  read: (time) => `Du hast ${time} gelesen.`,
  minutes: (n) => `${n} Min.`,
  hours: (hours, minutes) => `${hours} Std. ${minutes} Min.`,
};
