import type { documentWords as english } from "../en/documents.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { megabytes } = numbersIn("de");

export const documentWords: Translated<typeof english> = {
  unknownText: "Diesen Text gibt es hier nicht.",
  unknownGroup: "Diese Gruppe gibt es hier nicht.",
  unknownImport: "Dieser Text wartet nicht mehr darauf, aufgenommen zu werden. Bitte noch einmal einfügen.",
  readingLost: "Das Einlesen dieses Textes ist abgebrochen. Bitte noch einmal versuchen.",
  tooManyImports: "Es warten schon viele Texte auf die Aufnahme. Bitte einen davon aufnehmen oder es morgen versuchen.",
  noStorage: (size, left) =>
    `Das braucht ${megabytes(size)}, und den Texten dieser Gruppe bleiben ${megabytes(left, "down")}. Bitte einen löschen, der nicht mehr gebraucht wird, oder bei der Verwaltung um mehr bitten.`,
  tooManyRead: "Mehrere eigene Texte werden gerade eingelesen. Bitte auf einen davon warten oder ihn abbrechen.",
  notForYou: "Die Rolle in dieser Gruppe lässt das nicht zu.",
  archived: "Das ist archiviert. Vor dem Ändern bitte wiederherstellen.",
  titleMissing: "Der Text braucht einen Titel.",
  titleTooLong: (limit) => `Ein Titel hat höchstens ${limit} Zeichen.`,
  fieldTooLong: (limit) => `Hier passen ${limit} Zeichen hinein.`,
  languageUnknown: "Bitte die Sprache als kurzes Kürzel schreiben, etwa en, de oder zh-Hant.",
  fixFields: "Etwas im Formular braucht noch einen Blick.",
  untitled: "Text ohne Titel",
};
