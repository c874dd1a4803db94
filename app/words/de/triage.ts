import type { triageWords as english } from "../en/triage.ts";
import type { Translated } from "../localised.ts";

export const triageWords: Translated<typeof english> = {
  ownNote: "Das ist Ihre eigene Notiz. Sie können sie ändern oder löschen.",
  ownSelf: "Sich selbst können Sie nicht melden.",
  nothingShown: "Von dieser Notiz ist nichts zu sehen, was man melden könnte.",
  needsWords: "Bitte in ein paar Worten sagen, was nicht stimmt.",
  reportTooLong: (most) => `Eine Meldung kann ${most} Zeichen haben.`,
  tooManyReports:
    "Sie haben in dieser Stunde sehr viel gemeldet. Die Moderation sieht, was Sie gemeldet haben; bitte später wieder versuchen.",
  unknownReport: "Eine solche Meldung von Ihnen gibt es nicht.",
  lookedAtAlready: "Diese Meldung wurde schon angesehen.",
  unknownMember: "In dieser Gruppe ist niemand mit diesem Namen.",
  unknownItem: "Einen solchen Eintrag gibt es für Sie in dieser Liste nicht.",
  unknownQueue: "Eine solche Liste gibt es für Sie nicht.",
  claimedBy: (name) => `${name} entscheidet gerade darüber. Übernehmen Sie es, wenn Sie handeln wollen.`,
  changedMeanwhile:
    "Zu diesem Eintrag kam inzwischen etwas hinzu: eine Meldung, eine Änderung oder eine Bemerkung. Bitte noch einmal ansehen.",
  notToThem: "Wer das ist, hat es geschrieben, ist darin gemeldet oder darf über diese Person nicht entscheiden.",
  needsNoteVersion: "Es fehlt, welche Fassung der Notiz gelesen wurde.",
  notForNotes: "Das geht mit einem Eintrag dieser Art nicht.",
  needsNoteWords: "Bitte zuerst etwas schreiben.",
  noteTooLong: (most) => `Eine Bemerkung unter Moderierenden kann ${most} Zeichen haben.`,
  viewNeedsName: (most) => `Eine Ansicht braucht einen Namen von 1 bis ${most} Zeichen.`,
  tooManyViews: (most) => `Sie können ${most} Ansichten behalten. Bitte zuerst eine entfernen.`,
  batchTooLarge: (most) => `Ein Stapel kann ${most} Einträge haben.`,
  batchEmpty: "Bitte mindestens einen Eintrag wählen.",
  batchRuns: "Dieser Stapel läuft schon.",
  unknownBatch: "Einen solchen Stapel von Entscheidungen gibt es in dieser Gruppe nicht.",
  rowFailed: "Darüber ließ sich nicht entscheiden; bitte einzeln versuchen.",
  tooOften: (most) =>
    `Diese Notiz wurde schon ${most}-mal neu eingereicht. Schreiben Sie eine neue oder legen Sie Einspruch ein.`,
  notMendable: "Was aus diesem Grund entfernt wurde, kann nicht neu eingereicht werden.",
};
