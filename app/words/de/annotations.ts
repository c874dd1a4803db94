import type { annotationWords as english } from "../en/annotations.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { number } = numbersIn("de");

export const annotationWords: Translated<typeof english> = {
  malformed: "Das war nicht zu lesen. Bitte die Seite neu laden und es noch einmal versuchen.",
  unknownText: "Diesen Text gibt es hier nicht.",
  unknownCohort: "In dieser Aufgabe liest du nicht mit.",
  otherAssignment: "Das gehört nicht zusammen. Wähle Gruppen aus einer Aufgabe.",
  otherSection: "Du bist nicht in der Gruppe, in der das steht; dort würde dich niemand kennen.",
  unknownPrompt: "Diese Frage gehört nicht mehr zu der Aufgabe.",
  unknownNote: "Diese Notiz gibt es hier nicht mehr.",
  archived: "Dieser Text ist archiviert. Er lässt sich lesen, aber nicht mehr beschreiben.",
  observer: "Wer zusieht, liest mit. Eine andere Rolle vergibt, wem die Gruppe gehört.",
  notYours: "Ändern kann diese Notiz nur, wer sie geschrieben hat.",
  notForYou: "Die Rolle in dieser Gruppe lässt das nicht zu.",
  taken: "Diese Notiz kam unter einer Nummer, die schon eine andere hat. Bitte noch einmal als neue senden.",
  empty: "Erst ein paar Worte schreiben.",
  emptyHighlight: "Bitte eine Stelle zum Markieren wählen oder ein paar Worte zum ganzen Text schreiben.",
  tooLong: (limit, length) => `In eine Notiz passen ${number(limit)} Zeichen; diese hat ${number(length)}.`,
  muchTooLong: (limit) => `In eine Notiz passen ${number(limit)} Zeichen.`,
  passageTooLong: "Diese Stelle ist zu lang für eine Notiz. Bitte eine kürzere wählen oder zum ganzen Text schreiben.",
  passageElsewhere: "Diese Stelle steht so nicht im Text. Bitte die Seite neu laden und sie noch einmal wählen.",
  shut: "Die Notiz, der die Antwort gilt, wurde zurückgenommen oder verborgen. Die Worte bleiben hier erhalten.",
  tooDeep: "Dieses Gespräch ist zu tief für noch eine Antwort. Bitte einer früheren Notiz antworten.",
  changedMeanwhile: "Diese Notiz wurde in einem anderen Fenster geändert. Bitte vor dem Ändern noch einmal ansehen.",
  gone: "Diese Notiz wurde gelöscht.",
  tooLate: "Diese Notiz wurde vor mehr als zehn Minuten gelöscht und kommt nicht zurück.",
  notShown: "Diese Notiz wird gerade nicht gezeigt.",
  authorLeft: "Wer diese Notiz schrieb, hat die Gruppe verlassen; eine private Antwort käme nicht an.",
  tooManyPassages: (limit) => `In eine Notiz passen ${number(limit)} Stellen.`,
  firstPassageMissing: "Bitte die erste Stelle dieser Notiz noch einmal wählen.",
  tooManyTags: (limit) => `Eine Notiz trägt höchstens ${number(limit)} Schlagwörter.`,
  tagTooLong: (limit) => `Ein Schlagwort hat höchstens ${number(limit)} Zeichen.`,
  unknownKind: "Diese Art von Notiz gibt es in der Gruppe nicht.",
  questionStays: "Eine Frage kann nicht zugleich eine andere Art von Notiz sein.",
  noQuestion: "Beantworten lässt sich nur eine Frage.",
  noAnswer: "Bitte eine Antwort aus diesem Gespräch wählen, die hier alle sehen.",
  underReview: "Diese Notiz wartet auf die Moderation.",
};
