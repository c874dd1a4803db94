import type { lettersWords as english } from "../en/letters.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { count } = numbersIn("de-DE");

export const lettersWords: Translated<typeof english> = {
  tab: "Briefe",
  title: "Was per Mail kommt",
  hint: "Wie oft auch immer: Was in der Zwischenzeit auf Glossa gelesen wurde, bleibt weg, und ein lebhaftes Gespräch ist ein Brief.",
  kind: "Wann",
  kinds: {
    mention: "Jemand erwähnt dich",
    reply: "Jemand antwortet, wo du mitredest",
    private: "Eine Lehrperson antwortet dir allein",
    answered: "Deine Frage ist beantwortet",
    endorsed: "Deine Notiz wird hervorgehoben",
    decided: "Über deine Notiz wird entschieden",
    outcome: "Eine Meldung von dir wurde angesehen",
    note: "Neues in dem, was du verfolgst",
  },
  frequencies: { "at-once": "Sofort", daily: "Täglich", weekly: "Wöchentlich", never: "Nie" },
  byDefault: {
    "at-once": "Sonst sofort",
    daily: "Sonst täglich",
    weekly: "Sonst wöchentlich",
    never: "Sonst nie",
  },
  choice: (kind, frequency) => `${kind}: ${frequency}`,
  where: (address) => `Briefe gehen an ${address}.`,
  changeAddress: "Adresse ändern",
  when: (zone) => `Tägliche Briefe kommen morgens um sieben, wöchentliche montags um sieben, nach der Uhr von ${zone}.`,
  changeZone: "Zeitzone ändern",
  accountLetters: "Briefe zum Konto, etwa für ein neues Passwort, kommen immer.",
  save: "Speichern",
  saved: "Gespeichert.",
  choiceUnknown: "Diese Auswahl ist hier nicht bekannt.",
  link: {
    title: "Briefe von Glossa",
    stops: {
      "at-once": "Ein Klick, und Briefe wie der, der hierher geführt hat, kommen nicht mehr.",
      daily: "Ein Klick, und tägliche Briefe kommen nicht mehr.",
      weekly: "Ein Klick, und wöchentliche Briefe kommen nicht mehr.",
    },
    button: "Diese Briefe abbestellen",
    stopped: "Erledigt: Briefe wie der, der hierher geführt hat, kommen nicht mehr.",
    other: "Oder auswählen, was kommt",
    badTitle: "Dieser Link gilt nicht mehr",
    bad: "Links in Briefen gelten ein halbes Jahr. Was kommt, steht in den Einstellungen.",
    toSettings: "Zu den Einstellungen",
  },
  linkGone: "Dieser Link gilt nicht mehr. Was kommt, steht in den Einstellungen.",
  letterUnknown: "Dieser Brief wartet nicht mehr.",
  adminTabs: { label: "Verwaltung der Seite", people: "Menschen", letters: "Briefe" },
  queue: {
    title: "Briefe unterwegs",
    counts: (waiting, givenUp) =>
      `${count(waiting, "Brief wartet", "Briefe warten")}, ${givenUp === 0 ? "keiner wurde" : count(givenUp, "wurde", "wurden")} aufgegeben.`,
    hint: "Was in Briefen steht, ist für niemanden zu sehen. Wird einer nicht angenommen, wird es etwa einen Tag lang wieder versucht.",
    emptyTitle: "Nichts wartet",
    empty: "Alle Briefe sind dem Mailserver übergeben.",
    about: { account: "Zu einem Konto", news: "Über Neues" },
    waiting: "Wartet",
    givenUp: "Aufgegeben",
    written: "geschrieben",
    next: "nächster Versuch",
    last: "letzter Versuch",
    tries: (n) => count(n, "Versuch", "Versuche"),
    again: "Noch einmal versuchen",
    drop: "Verwerfen",
    cut: (n) => `Nur die ersten ${n} sind zu sehen.`,
  },
};
