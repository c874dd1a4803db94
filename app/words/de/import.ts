import type { importWords as english } from "../en/import.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { number } = numbersIn("de");

export const importWords: Translated<typeof english> = {
  empty: "Hier steht kein Text. Bitte etwas mit Worten darin einfügen oder auswählen.",
  nothingLeft: "Von diesem Text bliebe nichts übrig. Bitte mindestens ein Stück behalten.",
  tooLarge: (size, limit) => `Das sind ${size}; ein Text hat höchstens ${limit}.`,
  tooManyPieces: (limit) => `Das sind mehr als ${number(limit)} Absätze. Bitte in Teile zerlegen.`,
  tooComplicated:
    "Diesen Text einzulesen dauert zu lange. Bitte in Teile zerlegen oder vorher als reinen Text speichern.",
  tooDeep: "Diese Seite ist zu tief verschachtelt. Bitte vorher als reinen Text speichern.",
  busy: "Gerade werden viele Texte eingelesen. Bitte in einem Weilchen noch einmal versuchen.",
  binary: (kind) =>
    `Das sieht nach ${kind} aus, nicht nach Text. Bitte vorher als reinen Text, Markdown oder HTML speichern.`,
  tooManyEntries: "In diesem Archiv stecken mehr Dateien, als ein Text hat. Nimm heraus, was nicht gebraucht wird.",
  tooMuchUnpacked: "Entpackt wären das mehr als 40 MB. Nimm Bilder heraus, oder teile es auf.",
  brokenArchive:
    "Diese Datei ist beschädigt oder mit einem Passwort geschützt. Öffne sie, speichere sie neu und versuch es noch einmal.",
  noBook: "In diesem Buch ist kein Kapitel lesbar. Vielleicht hat es der Laden gesperrt, der es verkauft hat.",
  tooManyPages: (limit) =>
    `Dieses PDF hat mehr als ${number(limit)} Seiten. Nimm den Teil heraus, der gelesen wird, und füge den hinzu.`,
  lockedPdf: "Dieses PDF ist mit einem Passwort geschützt. Speichere es ohne, und versuch es noch einmal.",
  brokenPdf: "Dieses PDF ist beschädigt. Öffne es, speichere es neu und versuch es noch einmal.",
  scannedPdf:
    "Dieses PDF ist ein Scan: Es hat Bilder von Seiten und keinen Text. Lass zuerst eine Texterkennung (OCR) darüberlaufen, und nimm dann das Ergebnis.",
  unknownBinary: "Diese Datei ist kein Text. Bitte vorher als reinen Text, Markdown oder HTML speichern.",
  unknownEncoding:
    "Die Buchstaben dieser Datei sind nicht zu lesen. Bitte mit der Kodierung UTF-8 speichern und noch einmal versuchen.",
  noAddress: "Das ist keine Adresse einer Seite. Sie sieht aus wie https://example.org/essay.",
  notFetched:
    "Von dieser Adresse war nichts zu holen. Es geht nur mit Seiten, die jeder ohne Anmeldung öffnen kann; speichere sie sonst als Datei, und wähl diese.",
  unreadableType: "An dieser Adresse liegt kein lesbarer Text. Speichere ihn als Datei, und wähl diese.",
  tooMuchThere: "An dieser Adresse liegt mehr als 5 MB. Speichere den nötigen Teil als Datei, und wähl diese.",
  kinds: {
    pdf: "einem PDF",
    word: "einem Word-Dokument",
    odt: "einem OpenDocument-Text",
    epub: "einem EPUB-Buch",
    zip: "einem ZIP-Archiv",
    oldOffice: "einem alten Word- oder Office-Dokument",
    rtf: "einem RTF-Dokument",
    gzip: "einem gepackten Archiv",
    image: "einem Bild",
    audio: "einer Tonaufnahme oder einem Film",
    program: "einem Programm",
    sqlite: "einer Datenbank",
  },
};
