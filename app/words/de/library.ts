import type { libraryWords as english } from "../en/library.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { number, count } = numbersIn("de");

export const libraryWords: Translated<typeof english> = {
  words: (n) => count(n, "Wort", "Wörter"),
  added: "aufgenommen",
  fresh: (n) => `${number(n)} neu`,
  notes: (n) => count(n, "Notiz", "Notizen"),
  noNotes: "Noch keine Notizen",
  questions: (n) => count(n, "offene Frage", "offene Fragen"),
  readTo: (n) => `Gelesen bis ¶${n}`,
  reading: "liest gerade",
  readers: (names) => `Lesen gerade: ${names}`,
  density: "Wo im Text die Notizen stehen",
  archived: (n) => `Archivierte Texte (${n})`,
  manage: (title) => `„${title}“ verwalten`,
  archive: "Archivieren",
  archiveHint: "Er bleibt hier lesbar, unter den anderen; geschrieben wird dazu nichts mehr.",
  restore: "Wiederherstellen",
  delete: "Löschen",
  deleteHint: (days) =>
    `Nach ${days} Tagen verschwindet er für alle, samt seinen Notizen. Bis dahin lässt er sich behalten.`,
  deleting: (day) => `Wird am ${day} gelöscht`,
  keep: "Behalten",
  details: {
    link: "Titel, Autor, Quelle …",
    title: "Über diesen Text",
    sentence: (title) =>
      `Was die Bibliothek und die Seite von „${title}“ darüber sagen. Seine Worte bleiben, wie sie sind.`,
    textTitle: "Titel",
    button: "Speichern",
    back: "Zurück zu den Texten",
    saved: "Gespeichert.",
  },
  empty: {
    teacherTitle: "Was wird zuerst gelesen?",
    teacher: "Einen Text einfügen oder eine Datei wählen. Wie Glossa ihn versteht, zeigt sich, bevor ihn andere sehen.",
    memberTitle: "Noch nichts zu lesen",
    member: "Sobald eine Lehrperson einen Text aufnimmt, steht er hier, und am Rand ist Platz zum Schreiben.",
    invite: "Leute einladen",
  },
  next: {
    firstOfAll: {
      title: "Ein Text wartet auf seine erste Notiz",
      sentence: "Öffnen, einen Satz auswählen und sagen, was darin steckt. Eine Zeile genügt für den Anfang.",
    },
    look: {
      title: "Neu hier?",
      sentence: "Einfach einen Text öffnen: Was die anderen dazu sagen, steht am Rand, neben dem Satz, den sie meinen.",
    },
    open: {
      title: "Neu hier?",
      sentence:
        "Einfach einen Text öffnen: Was die anderen sagen, steht am Rand. Einen Satz auswählen und daneben schreiben, oder jemandem antworten.",
    },
    write: {
      title: "Die erste eigene Notiz steht noch aus",
      sentence: "Einen Satz auswählen, an dem das Lesen stockt, und fragen, was er meint. Fragen sind hier willkommen.",
    },
  },
  add: {
    link: "Text aufnehmen",
    title: "Text aufnehmen",
    sentence:
      "Einfügen oder eine Datei wählen. Reiner Text, Markdown und HTML werden erkannt; die nächste Seite zeigt, wie, und vorher wird nichts gespeichert.",
    paste: "Der Text",
    pastePlaceholder: "Hier einfügen oder schreiben …",
    rich: "Eingefügt mit Überschriften, Zitaten und Hervorhebungen.",
    plain: "Lieber nur die bloßen Worte",
    or: "oder",
    file: "Eine Datei",
    fileHint: "Reiner Text, Markdown, HTML, Word oder EPUB.",
    button: "Ansehen",
    missing: "Bitte einen Text einfügen oder eine Datei wählen.",
  },
  preview: {
    title: "Stimmt das so?",
    recognised: (format) =>
      `Erkannt als ${format}. Jede Bezeichnung lässt sich ändern; was durchgestrichen ist, fällt weg, und sonst nichts.`,
    formats: {
      plain: "reiner Text",
      markdown: "Markdown",
      html: "Webseite",
      docx: "ein Word-Dokument",
      epub: "ein Buch (EPUB)",
    },
    back: "Zurück",
    add: "Diesen Text aufnehmen",
    labels: {
      title: "Titel",
      standfirst: "Vorspann",
      heading: "Überschrift",
      subheading: "Zwischentitel",
      paragraph: "Absatz",
      quotation: "Zitat",
      verse: "Vers",
      speech: "Rede",
      caption: "Bildunterschrift",
      item: "Listenpunkt",
      other: "Wie es ist",
    },
    clutter: {
      newsletter: "Newsletter",
      "continue-reading": "„Weiterlesen“",
      "image-credit": "Bildnachweis",
      repeated: "Wiederholung",
      advert: "Werbung",
      share: "Teilen-Knöpfe",
    },
    lines: (n) => count(n, "Zeile", "Zeilen"),
    labelOf: (start) => `Bezeichnung von „${start}“`,
    leaveOut: "Weglassen",
    leftOut: "Weggelassen",
    keep: "Behalten",
    number,
    counts: { words: "Wörter", paragraphs: "Absätze", headings: "Überschriften", leftOut: "Weggelassen" },
    keepAll: "Alle behalten",
    leaveOutAll: "Alle weglassen",
    clutterHint: (n) =>
      n === 1 ? "Eine Zeile sieht nach Beiwerk aus." : `${number(n)} Zeilen sehen nach Beiwerk aus.`,
    noClutter: "Nichts hier sieht nach Beiwerk aus.",
    meta: "Zum Text",
    author: "Autor",
    source: "Quelle",
    sourceHint: "Eine Adresse oder Buch und Seite.",
    language: "Sprache",
    unknownLanguage: "Nicht sicher",
    rights: "Rechte",
    rightsHint: "Wer ihn lesen darf, und weshalb.",
  },
};
