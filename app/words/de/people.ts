import type { peopleWords as english } from "../en/people.ts";
import type { Translated } from "../localised.ts";

export const peopleWords: Translated<typeof english> = {
  nav: "Personen",
  title: "Personen",
  hint: "Wer in dieser Gruppe ist oder war. Zuerst stehen die, für die gerade etwas gilt.",
  find: "Name suchen",
  search: "Suchen",
  nobody: "Hier heißt niemand so.",
  published: (count) => `${count} veröffentlicht`,
  takenAway: (count) => `${count} weggenommen`,
  joined: "dabei seit",
  left: "hat die Gruppe verlassen",
  back: "Alle Personen",
  card: {
    facts: "Auf einen Blick",
    joined: "Dabei seit",
    notes: "Notizen",
    publishedNotes: "Veröffentlicht",
    hiddenNotes: "Verborgen",
    removedNotes: "Entfernt",
    heldNotes: "Wartend",
    reported: "Meldungen über eigene Notizen",
    reports: "Selbst gemeldet",
    outcome: (upheld, dismissed) => `${upheld} bestätigt, ${dismissed} verworfen`,
    portfolio: "Was diese Person schrieb",
  },
  act: {
    title: "Entscheiden",
    hint: "Jede Entscheidung wird festgehalten und lässt sich zurücknehmen; die Person erfährt den Grund und deine Nachricht.",
    cannot: "Deine Rolle steht nicht über der anderen, darum gibt es hier nichts zu entscheiden.",
    suggestion: (step, days) =>
      `Nach dem, was bisher entschieden wurde, ist der übliche nächste Schritt: ${step}${days}.`,
    forDays: (days) => (days === 1 ? " für einen Tag (1)" : ` für ${days} Tage`),
    warn: "Verwarnen",
    "approve-first": "Erst freigeben",
    mute: "Stummschalten",
    suspend: "Sperren",
    ban: "Ausschließen",
    explained: {
      warn: "Bevor die Person wieder schreiben kann, muss sie bestätigen, dass sie das gelesen hat.",
      "approve-first": "Was die Person schreibt, wartet, bis die Moderation es freigibt.",
      mute: "Die Person kann lesen, aber weder schreiben noch reagieren.",
      suspend:
        "Die Person kommt eine Weile nicht herein. Anmelden, eigene Maßnahmen, Einspruch und Konto bleiben erreichbar.",
      ban: "Die Person kommt nicht mehr herein, bis jemand es aufhebt.",
    },
    scope: "Wo",
    scopes: { thread: "Ein Faden", text: "Ein Text", group: "Die ganze Gruppe", site: "Die ganze Seite" },
    text: "Welcher Text",
    reason: "Grund",
    days: "Wie lange",
    day: (days) => (days === 1 ? "1 Tag" : `${days} Tage`),
    noEnd: "Bis es aufgehoben wird",
    toMember: "Nachricht an die Person",
    toStaff: "Nur für die Moderation",
    hides: "Verbergen, was die Person schrieb",
    spans: {
      none: "Nichts verbergen",
      day: "Vom letzten Tag",
      week: "Aus der letzten Woche",
      month: "Aus dem letzten Monat",
      all: "Alles",
    },
    preview: "Folgen ansehen",
    previewTitle: "Das wird geschehen",
    confirm: (kind) => `Bestätigen: ${kind}`,
    effects: {
      forGood: "Es gilt, bis jemand es aufhebt.",
      ends: (moment) => `Es endet am ${moment} von selbst.`,
      warned: "Es gilt, bis die Person bestätigt, dass sie es gelesen hat.",
      rooms: "Offene Seiten der Person schließen binnen einer Sekunde. Entwürfe bleiben erhalten.",
      claims: (count) =>
        count === 1
          ? "Ein Eintrag der Warteschlange (1), den die Person hält, wird frei."
          : `${count} Einträge der Warteschlange, die die Person hält, werden frei.`,
      hides: (count) =>
        count === 1
          ? "Eine Notiz (1) wird verborgen; beim Aufheben kann sie zurückkommen."
          : `${count} Notizen werden verborgen; beim Aufheben können sie zurückkommen.`,
      nothing: "Was die Person schrieb, bleibt, wie es ist.",
    },
    answer: "Textbausteine",
    answerHint: "Einen davon in die Nachricht kopieren. {author} und {rule} sind schon ausgefüllt.",
  },
  sanctions: {
    title: "Maßnahmen",
    none: "Über diese Person wurde noch nie etwas entschieden.",
    by: (name) => `von ${name}`,
    lift: "Aufheben",
    liftTitle: "Diese Maßnahme aufheben",
    restores: "Die dabei verborgenen Notizen zurückbringen",
    undo: "Zurücknehmen",
    undoHint: "Zurückgenommen zählt sie, als wäre sie nie gegeben worden.",
    done: (count, skipped) =>
      skipped === 0
        ? `Fertig. Zurückgebrachte Notizen: ${count}.`
        : `Fertig. Zurückgebrachte Notizen: ${count}; seither anders entschieden: ${skipped}.`,
  },
  notes: {
    title: "Notizen der Moderation",
    hint: "Nur die Moderation dieser Gruppe liest sie.",
    none: "Niemand hat etwas über diese Person geschrieben.",
    words: "Notiz",
    add: "Notiz hinzufügen",
    remove: "Entfernen",
    somebody: "Jemand",
  },
  texts: {
    title: "Moderiert einzelne Texte",
    hint: "In diesen Texten zählt die Person zur Moderation: Sie sieht den Raum der Moderation, entscheidet und bekommt, was dort zu entscheiden ist. Sonst nirgends.",
    give: "Text",
    add: "Moderieren lassen",
    take: (title) => `Für ${title} beenden`,
    none: "Keinen Text.",
  },
  history: { title: "Im Protokoll", none: "Das Protokoll sagt nichts über diese Person.", aRule: "eine Regel" },
  ignoring: {
    tab: "Ausgeblendete",
    title: "Ausgeblendete Personen",
    hint: "Ihre Notizen sind für dich eingeklappt, und du erfährst nichts Neues von ihnen. Niemand erfährt davon. Notizen der Moderation bleiben lesbar.",
    none: "Du blendest niemanden aus.",
    stop: (name) => `${name} wieder sehen`,
    ignore: (name) => `${name} ausblenden`,
    folded: "Eine Notiz von jemandem, den du ausblendest",
    show: "Zeigen",
  },
};
