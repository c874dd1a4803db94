import type { problemWords as english } from "../en/problems.ts";
import type { Translated } from "../localised.ts";

export const problemWords: Translated<typeof english> = {
  busy: "Gerade melden sich viele an. Bitte in einigen Sekunden noch einmal versuchen.",
  foreignRequest:
    "Diese Anfrage kam von einer anderen Seite oder aus einem alten Fenster. Bitte neu laden und noch einmal versuchen.",
  tooLarge: (megabytes) => `Das sind mehr als ${megabytes} MB, und mehr lässt sich hier nicht senden.`,
  lengthMissing: "Diese Anfrage sagte nicht, wie lang sie ist. Bitte mit einem heutigen Browser versuchen.",
  notFound: "Unter dieser Adresse gibt es nichts.",
  unexpected: "Bei uns ist etwas schiefgegangen. Es ist unter der Nummer unten festgehalten.",
  malformed: "Diese Adresse ist nicht zu lesen.",
  badHost: "Diese Anfrage nennt nicht die Seite, für die sie bestimmt ist.",
};
