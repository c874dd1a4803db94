import type { vocabularyWords as english } from "../en/vocabulary.ts";
import type { Translated } from "../localised.ts";

/** Warum eine Änderung an Schlagwörtern und Arten einer Gruppe abgelehnt wurde. */
export const vocabularyWords: Translated<typeof english> = {
  unknownGroup: "Diese Gruppe gibt es nicht, oder sie ist hier nicht zugänglich.",
  unknownTag: "Dieses Schlagwort gibt es in der Gruppe nicht mehr.",
  unknownKind: "Diese Art von Notiz gibt es in der Gruppe nicht.",
  unknownColour: "Diese Farbe gibt es nicht.",
  unknownChange: "Diese Änderung gibt es nicht.",
  changedSince: "Diese Schlagwörter wurden inzwischen geändert. Bitte neu zusammenführen oder umbenennen.",
  sameTag: "Bitte zwei verschiedene Schlagwörter wählen.",
  tagThere: "Dieses Schlagwort hat die Gruppe schon.",
  manyTags: (limit) => `Eine Gruppe führt höchstens ${limit} Schlagwörter. Zuerst eines ausmustern.`,
  manyKinds: (limit) => `Eine Gruppe bietet höchstens ${limit} eigene Arten an. Zuerst eine ausmustern.`,
  checkForm: "Bitte die markierten Felder ansehen.",
  nameMissing: "Ein Name fehlt.",
  nameLong: (limit) => `Ein Name hat höchstens ${limit} Zeichen.`,
  meaningLong: (limit) => `Eine Bedeutung hat höchstens ${limit} Zeichen.`,
};
