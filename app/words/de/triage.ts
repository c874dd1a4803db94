import type { triageWords as english } from "../en/triage.ts";
import type { Translated } from "../localised.ts";

export const triageWords: Translated<typeof english> = {
  ownNote: "Das ist deine eigene Notiz. Du kannst sie ändern oder löschen.",
  ownSelf: "Dich selbst kannst du nicht melden.",
  nothingShown: "Von dieser Notiz ist nichts zu sehen, was man melden könnte.",
  needsWords: "Bitte in ein paar Worten sagen, was nicht stimmt.",
  reportTooLong: (most) => `Eine Meldung kann ${most} Zeichen haben.`,
  tooManyReports:
    "Du hast in dieser Stunde sehr viel gemeldet. Die Moderation sieht, was du gemeldet hast; bitte versuche es später wieder.",
  unknownReport: "Eine solche Meldung von dir gibt es nicht.",
  lookedAtAlready: "Diese Meldung wurde schon angesehen.",
  unknownMember: "In dieser Gruppe ist niemand mit diesem Namen.",
  unknownItem: "Einen solchen Eintrag gibt es für dich in dieser Liste nicht.",
  unknownQueue: "Eine solche Liste gibt es für dich nicht.",
  claimedBy: (name) => `${name} entscheidet gerade darüber. Übernimm es, wenn du handeln willst.`,
  changedMeanwhile:
    "Zu diesem Eintrag kam inzwischen etwas hinzu: eine Meldung, eine Änderung oder eine Bemerkung. Bitte noch einmal ansehen.",
  notToThem: "Wer das ist, hat es geschrieben, ist darin gemeldet oder darf über diese Person nicht entscheiden.",
  needsNoteVersion: "Es fehlt, welche Fassung der Notiz gelesen wurde.",
  notForNotes: "Das geht mit einem Eintrag dieser Art nicht.",
  needsNoteWords: "Bitte zuerst etwas schreiben.",
  noteTooLong: (most) => `Eine Bemerkung unter Moderierenden kann ${most} Zeichen haben.`,
  viewNeedsName: (most) => `Eine Ansicht braucht einen Namen von 1 bis ${most} Zeichen.`,
  tooManyViews: (most) => `Du kannst ${most} Ansichten behalten. Bitte zuerst eine entfernen.`,
  batchTooLarge: (most) => `Ein Stapel kann ${most} Einträge haben.`,
  batchEmpty: "Bitte mindestens einen Eintrag wählen.",
  batchRuns: "Dieser Stapel läuft schon.",
  unknownBatch: "Einen solchen Stapel von Entscheidungen gibt es in dieser Gruppe nicht.",
  rowFailed: "Darüber ließ sich nicht entscheiden; bitte einzeln versuchen.",
  tooOften: (most) => `Diese Notiz wurde schon ${most}-mal neu eingereicht. Schreib eine neue oder leg Einspruch ein.`,
  notMendable: "Was aus diesem Grund entfernt wurde, kann nicht neu eingereicht werden.",
};
