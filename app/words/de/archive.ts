import type { archiveWords as english } from "../en/archive.ts";
import type { Translated } from "../localised.ts";

/** Ein Kurs als Datei. */
export const archiveWords: Translated<typeof english> = {
  title: (name) => `Kursarbeiten von ${name}`,
  take: "Alle meine Arbeiten mitnehmen",
  takeOf: (name) => `Arbeiten von ${name} mitnehmen`,
  none: "Es wurde noch keine Aufgabe veröffentlicht.",
  blind: "Hier wird ohne Namen bewertet. Sobald die Bewertung freigegeben ist, kann die Arbeit mitgenommen werden.",
  nothingHandedIn: "Es wurde nichts abgegeben. Das sind die Notizen, wie sie am Tag dieser Datei standen.",
  nothing: "Es wurde nichts abgegeben und nichts geschrieben.",
  asked: "Was verlangt war",
  done: "erledigt",
  open: "offen",
  notes: "Notizen",
  answers: (name) => `antwortet ${name}`,
  repliesBy: (names) => `Antworten von ${names}`,
};
