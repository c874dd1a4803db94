import type { listedWords as english } from "../en/listed.ts";
import type { Translated } from "../localised.ts";

export const listedWords: Translated<typeof english> = {
  evidence: "Beleg",
  connection: "Verbindung",
  retired: "Andere Art",
  answered: "Beantwortet",
  privately: "Nur für Leitung und Verfasser",
  morePassages: "Weitere Stellen",
  agree: "Zustimmung",
  "same-question": "Gleiche Frage",
  endorse: "Bestätigen",
  endorsed: "Von einer Lehrkraft bestätigt",
  takeBack: (what) => `Zurücknehmen: ${what}`,
  markAnswered: "Als beantwortet kennzeichnen",
  thisAnswers: "Das beantwortet die Frage",
  reopen: "Erneut fragen",
  replyPrivately: "nur an Verfasser und Leitung",
  tags: "Schlagwörter, durch Kommas getrennt",
  kind: "Art der Notiz",
  noKind: "Notiz",
};
