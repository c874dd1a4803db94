import type {
  keptWords as englishKept,
  offlineWords as englishOffline,
  outboxWords as englishOutbox,
} from "../en/outbox.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { count } = numbersIn("de");

export const outboxWords: Translated<typeof englishOutbox> = {
  title: "Noch nicht gesendet",
  menu: "Noch nicht gesendet",
  sentence:
    "Was ohne Verbindung geschrieben wird, wartet hier in diesem Browser und geht von selbst hinaus, ein einziges Mal.",
  none: "Alles Geschriebene ist angekommen.",
  noneHint: "Was ohne Verbindung geschrieben wird, steht hier, bis es gesendet ist.",
  loading: "Ein Blick in diesen Browser …",
  signedOut: "Die Anmeldung ist beendet. Was wartet, wird nach der nächsten gesendet.",
  signIn: "Anmelden",
  refusedTitle: "Nicht angenommen",
  waitingTitle: "Wartet",
  unknownText: "Ein Text, der hier nicht aufgehoben ist",
  on: "zu",
  inGroup: (group) => `in ${group}`,
  since: "geschrieben",
  sending: "Wird gesendet",
  tries: (n) => `${count(n, "Versuch", "Versuche")}`,
  behind: "Wartet auf das davor",
  refused: (why) => `Nicht angenommen: ${why}`,
  verbs: {
    publish: "Eine Notiz",
    reply: "Eine Antwort",
    edit: "Eine Änderung an einer Notiz",
    delete: "Eine Notiz, die gelöscht werden soll",
    undelete: "Eine gelöschte Notiz, die zurückkommen soll",
    hide: "Eine Notiz, die verborgen werden soll",
    restore: "Eine Notiz, die wieder erscheinen soll",
    react: "Eine Reaktion",
    answer: "Eine Antwort, die als solche gelten soll",
    reopen: "Eine Frage, die wieder offen sein soll",
    anchor: "Ein Platz für eine Notiz",
  },
  highlight: "Eine Markierung",
  sendAgain: "Noch einmal senden",
  sendNow: "Jetzt senden",
  editAgain: "Noch einmal bearbeiten",
  copy: "Worte kopieren",
  copied: "Die Worte sind in der Zwischenablage.",
  notCopied: "Kopieren ist hier nicht erlaubt.",
  discard: "Verwerfen",
  discarded: "Verworfen.",
  waiting: (n) => count(n, "Notiz wartet", "Notizen warten"),
  notAccepted: (n) => `${count(n, "Notiz wurde", "Notizen wurden")} nicht angenommen`,
};

export const keptWords: Translated<typeof englishKept> = {
  title: "Auf diesem Gerät",
  menu: "Auf diesem Gerät",
  sentence:
    "Texte, die hier geöffnet wurden. Sie und ihre Notizen lassen sich ohne Verbindung lesen; was dann geschrieben wird, wartet.",
  offline: "Es gibt keine Verbindung. Dies lässt sich ohne lesen.",
  none: "Noch ist kein Text aufgehoben",
  noneHint: "Einen Text öffnen, solange es eine Verbindung gibt; von da an ist er hier.",
  unavailable: "Dieser Browser hebt keine Texte auf",
  unavailableHint: "Das tut er nur über https und nicht in jedem privaten Fenster.",
  opened: "geöffnet",
  waiting: (n) => count(n, "Notiz wartet", "Notizen warten"),
  remove: "Entfernen",
  removeLabel: (title) => `„${title}“ von diesem Gerät entfernen`,
  removed: "Von diesem Gerät entfernt.",
  loading: "Ein Blick in diesen Browser …",
};

export const offlineWords: Translated<typeof englishOffline> = {
  title: "Es gibt keine Verbindung",
  sentence:
    "Diese Seite braucht eine. Das Geschriebene liegt in diesem Browser und wird gesendet, sobald es wieder eine gibt.",
  again: "Noch einmal versuchen",
};
