import type { sectionWords as english } from "../en/sections.ts";
import type { Translated } from "../localised.ts";

/** Kleingruppen, in die sich eine Klasse teilt. */
export const sectionWords: Translated<typeof english> = {
  title: "Kleingruppen",
  lede: "Teile die Klasse in kleine Gruppen, die für sich lesen. Du und die übrigen Lehrenden sehen alle.",
  none: "Die Klasse ist noch nicht geteilt",
  noneHint: "Eine Einteilung kann für beliebig viele Aufgaben gelten.",
  unknown: "Diese Einteilung gibt es nicht.",
  changed: "Jemand anderes hat die Kleingruppen inzwischen geändert. Sieh sie noch einmal an, bevor du speicherst.",
  archivedUsed: "Nach dieser Einteilung wird noch in Aufgaben gelesen. Wähle dort zuerst eine andere.",
  name: "Name der Einteilung",
  nameHint: "Etwa „Herbstpaare“",
  nameMissing: "Gib ihr einen Namen.",
  nameLong: (most: number) => `Ein Name fasst ${most} Zeichen.`,
  nameTwice: (name: string) => `Zwei Kleingruppen heißen ${name}.`,
  many: (most: number) => `Eine Einteilung fasst ${most} Kleingruppen.`,
  size: "Personen je Kleingruppe",
  sizeWrong: "Zwischen 2 und 50 Personen.",
  twoSections: (name: string) => `${name} sitzt in zwei Kleingruppen.`,
  notHere: "Jemand in dieser Einteilung ist nicht mehr Mitglied. Sieh sie noch einmal an.",
  nothingMoves: "Das ändert nichts.",
  nothingToUndo: "Es gibt nichts mehr zurückzunehmen.",
  allSilent: "Keine Kleingruppe ist verstummt, oder alle sind es.",
  create: "Neue Einteilung",
  method: "Auf welche Weise",
  methods: { auto: "Aus der Klasse gebildet", hand: "Von Hand", csv: "Aus einer Datei" },
  methodHints: {
    auto: "Die Größen unterscheiden sich höchstens um eins, niemand ist allein, und alle treffen neue Partner, solange das geht. Wer später kommt, sitzt in der kleinsten Gruppe.",
    hand: "Du benennst Kleingruppen und wählst, wer wo sitzt.",
    csv: "Eine Tabelle mit Person und Kleingruppe in jeder Zeile, aus deinem Kurssystem.",
  },
  make: "Anlegen",
  count: (sections: number) => (sections === 1 ? "1 Kleingruppe" : `${sections} Kleingruppen`),
  people: (people: number) => (people === 1 ? "1 Person" : `${people} Personen`),
  notes: (notes: number) => (notes === 0 ? "noch keine Notizen" : notes === 1 ? "1 Notiz" : `${notes} Notizen`),
  section: (n: number) => `Gruppe ${n}`,
  unseated: "In keiner Kleingruppe",
  unseatedHint: "Sie lesen nur mit den Lehrenden, bis sie einen Platz haben.",
  everybodySeated: "Alle haben einen Platz.",
  nobody: "Noch niemand",
  usedBy: "Gilt für",
  propose: "Neu einteilen",
  proposeHint: "Zeigt, was sich ändern würde, bevor sich etwas ändert.",
  reshuffle: "Eine andere",
  dissolveSilent: "Verstummte Kleingruppen mit anderen vereinen",
  silentSince: "Ohne Notiz seit",
  silentDays: (days: number) => (days === 1 ? "einem Tag" : `${days} Tagen`),
  file: "Tabelle",
  fileHint:
    "Name oder Mailadresse und Kleingruppe, eine Person je Zeile, getrennt durch Komma, Strichpunkt oder Tabulator.",
  readFile: "Tabelle lesen",
  fileTooLarge: "Diese Tabelle ist zu groß.",
  noFile: "Das ist keine lesbare Tabelle.",
  unknownPerson: (said: string) => `${said} ist niemand in dieser Gruppe.`,
  severalPeople: (said: string) => `${said} heißen mehrere: Nimm die Mailadresse.`,
  noSection: "Die Kleingruppe fehlt.",
  twice: (name: string) => `${name} steht zweimal darin.`,
  unread: "Ausgelassene Zeilen",
  line: (n: number) => `Zeile ${n}`,
  preview: "Was sich ändern würde",
  moves: (people: number) => (people === 1 ? "1 Person zieht um" : `${people} Personen ziehen um`),
  movesTo: (name: string, from: string, to: string) => `${name}: von ${from} nach ${to}`,
  comesTo: (name: string, to: string) => `${name}: nach ${to}`,
  leaves: (name: string, from: string) => `${name}: verlässt ${from}`,
  again: (pairs: number) =>
    pairs === 0
      ? "Niemand trifft frühere Partner."
      : pairs === 1
        ? "1 Paar hat sich schon getroffen."
        : `${pairs} Paare haben sich schon getroffen.`,
  threads: (threads: number) =>
    threads === 0
      ? ""
      : threads === 1
        ? "In 1 Faden stehen Worte von Personen, die umziehen. Sie behalten, was sie schrieben, und sehen nicht mehr, was andere dort antworten."
        : `In ${threads} Fäden stehen Worte von Personen, die umziehen. Sie behalten, was sie schrieben, und sehen nicht mehr, was andere dort antworten.`,
  apply: "So ändern",
  discard: "Alles lassen, wie es ist",
  edit: "Von Hand ändern",
  sectionName: "Bezeichnung",
  seat: (name: string) => `Kleingruppe von ${name}`,
  addSection: "Kleingruppe hinzufügen",
  noSectionChoice: "keine Kleingruppe",
  look: "Änderung ansehen",
  undo: "Letzte Änderung zurücknehmen",
  undone: "Die letzte Änderung wurde zurückgenommen.",
  done: "Die Kleingruppen wurden geändert.",
  archive: "Diese Einteilung weglegen",
  archiveHint: "Notizen bleiben bei denen, die sie schrieben, und bei den Lehrenden.",
  last: (who: string) => `Zuletzt geändert von ${who}`,
  back: "Alle Einteilungen",
};
