import type {
  errorWords as englishErrors,
  landingWords as englishLanding,
  signOutWords as englishSignOut,
  siteWords as englishSite,
} from "../en/site.ts";
import type { Translated } from "../localised.ts";

export const siteWords: Translated<typeof englishSite> = {
  name: "Glossa",
  title: (page) => `${page} · Glossa`,
  description: "Gemeinsam einen Text lesen und an seinem Rand besprechen.",
  skip: "Zum Inhalt springen",
  close: "Schließen",
  cancel: "Abbrechen",
  save: "Speichern",
  saved: "Gespeichert.",
  copy: "Link kopieren",
  copied: "Kopiert.",
  home: "Glossa, zu den Gruppen",
  trail: "Wo du bist",
  sheet: { raise: "Mehr zeigen", lower: "Weniger zeigen" },
  loading: "Lädt …",
  menu: "Dein Konto",
  groups: "Gruppen",
  settings: "Einstellungen",
  admin: "Alle Konten",
  signIn: "Anmelden",
  signUp: "Konto anlegen",
  signOut: "Abmelden",
  search: "Texte und Notizen durchsuchen",
};

export const errorWords: Translated<typeof englishErrors> = {
  missing: {
    title: "Hier gibt es keine Seite",
    sentence:
      "Vielleicht ist die Adresse vertippt, vielleicht wurde entfernt, was hier stand, oder es gehört einer Gruppe, in der du nicht bist.",
  },
  forbidden: {
    title: "Das steht dir nicht offen",
    sentence: "Sollte es das? Dann hilft die Leitung der Gruppe weiter.",
  },
  gone: { title: "Das ist vorbei", sentence: "Der Link wurde benutzt, zurückgenommen oder ist abgelaufen." },
  busy: { title: "Das ging ein wenig schnell", sentence: "Bitte kurz warten und noch einmal versuchen." },
  refused: { title: "Das ging nicht", sentence: "Bitte zurückgehen, es noch einmal ansehen und neu versuchen." },
  broken: {
    title: "Bei uns ist etwas kaputtgegangen",
    sentence: "Was du geschrieben hast, ist noch in deinem Browser. Bitte gleich noch einmal versuchen.",
  },
  home: "Zu den Gruppen",
  request: (id) => `Wer dies meldet, nenne bitte die Anfrage ${id}.`,
};

export const landingWords: Translated<typeof englishLanding> = {
  title: "Gemeinsam lesen.",
  lead: "Glossa ist ein ruhiger Ort, an dem eine Gruppe einen Text liest und an seinem Rand ins Gespräch kommt: beim Lesen, genau an der Zeile, um die es geht.",
  demo: "Sich umsehen",
  points: [
    {
      title: "Der Text kommt zuerst",
      sentence: "Gesetzt wie eine Buchseite, nummeriert für das Seminar, lesbar auf dem Telefon und auf Papier.",
    },
    {
      title: "Notizen stehen an ihrer Zeile",
      sentence: "Markieren, fragen, anmerken: Das Gespräch öffnet sich neben dem Satz, und nichts springt.",
    },
    {
      title: "Zugleich und in eigener Hand",
      sentence: "Zu sehen ist, wer gerade mitliest. Alles liegt auf dem eigenen Server, in einer Datei.",
    },
  ],
  sample: {
    label: "Eine Stelle mit einer Notiz am Rand",
    before: "Für die Menschen, die auf ihr lebten, war die Linie ein Versprechen, und ",
    marked: "ein Versprechen ist nur so stark wie die Angst dessen, der es gibt.",
    after:
      " Vergeht die Angst, bekommt das Versprechen einen neuen Namen: erst Politik, dann Haltung und zuletzt Missverständnis.",
    number: "2",
    name: "Amina Musa",
    badge: "Frage",
    time: "38 Min.",
    note: "Wessen Angst? Der Satz gibt sie dem, der verspricht, aber in ¶5 hat sie, wer bittet. Ist das Verrutschen Absicht?",
    replyName: "Jonas Keller",
    replyTime: "21 Min.",
    reply: "Ich lese beides darin: Zu einer Garantie gehören zwei, die sich fürchten.",
  },
};

export const signOutWords: Translated<typeof englishSignOut> = {
  title: "Trotzdem abmelden?",
  unsent: (n) =>
    n === 1
      ? "Eine Notiz hat den Server noch nicht erreicht. Wer sich hier abmeldet, wirft sie weg."
      : `${n} Notizen haben den Server noch nicht erreicht. Wer sich hier abmeldet, wirft sie weg.`,
  unstored: (n) =>
    n === 1
      ? "Auf einer gemeinsamen Seite stehen eigene Worte, die noch nicht gespeichert sind. Wer sich hier abmeldet, wirft sie weg."
      : `Auf ${n} gemeinsamen Seiten stehen eigene Worte, die noch nicht gespeichert sind. Wer sich hier abmeldet, wirft sie weg.`,
  stay: "Angemeldet bleiben",
  leave: "Wegwerfen und abmelden",
};
