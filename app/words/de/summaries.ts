import type { summaryWords as english } from "../en/summaries.ts";
import type { Translated } from "../localised.ts";

/** Zusammenfassungen von Fäden. */
export const summaryWords: Translated<typeof english> = {
  heading: "Zusammenfassung",
  by: (name) => `Zusammenfassung von ${name}`,
  someone: "der Moderation",
  write: "Zusammenfassen…",
  edit: "Zusammenfassung bearbeiten…",
  title: "Diesen Faden zusammenfassen",
  lede: "Wer den Faden liest, sieht die Zusammenfassung unter seiner ersten Notiz. Führe Notizen an, damit sich jede Aussage nachlesen lässt.",
  body: "Zusammenfassung",
  hint: "Markdown. Eine Notiz wird durch ihren Link angeführt; „Anführen“ setzt ihn dorthin, wo du schreibst.",
  cite: "Anführen",
  citeNote: (name) => `Die Notiz von ${name} anführen`,
  notes: "Notizen des Fadens",
  noNotes: "In diesem Faden gibt es nichts mehr, was sich anführen ließe.",
  publish: "Veröffentlichen",
  publishNew: "Als neue Fassung veröffentlichen",
  published: "Die Zusammenfassung steht unter der ersten Notiz des Fadens.",
  withdraw: "Zurückziehen",
  withdrawn: "Die Zusammenfassung ist zurückgezogen.",
  showAgain: "Diese Fassung wieder veröffentlichen",
  versions: "Fassungen",
  version: (n) => `Fassung ${n}`,
  shownNow: "jetzt zu sehen",
  notShown: "Im Moment ist keine Zusammenfassung zu sehen.",
  erasedWords: "Ihr Wortlaut wurde zusammen mit einer angeführten Notiz gelöscht.",
  back: "Zurück zum Faden",
  together: "Gemeinsam entwerfen",
  togetherHint:
    "Moderierende und Lehrende schreiben live auf einer eigenen Seite. Hol die Worte hierher, sobald sie fertig sind.",
  citedNote: "die Notiz",
  knows: (known, all) =>
    known === all ? (all === 1 ? "zu 1 Antwort" : `zu ${all} Antworten`) : `zu ${known} von ${all} Antworten`,
  changed: (n) =>
    n === 1 ? "1 angeführte Notiz wurde seitdem geändert" : `${n} angeführte Notizen wurden seitdem geändert`,
  gone: (n) => (n === 1 ? "1 angeführte Notiz gibt es nicht mehr" : `${n} angeführte Notizen gibt es nicht mehr`),
  stale: "vielleicht überholt",
  forStaff: "Moderierende und Lehrende schreiben Zusammenfassungen.",
  empty: "Schreib zuerst die Zusammenfassung.",
  long: (most) => `Eine Zusammenfassung fasst ${most} Zeichen.`,
  notSeen: "Dieser Faden ist im Moment nicht zu sehen; es gibt nichts zusammenzufassen.",
  meanwhile:
    "Inzwischen hat jemand eine andere Fassung veröffentlicht. Deine Worte stehen noch hier; vergleiche und veröffentliche sie dann noch einmal.",
};
