import type { reportingWords as english } from "../en/reporting.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { count } = numbersIn("de");

export const reportingWords: Translated<typeof english> = {
  report: {
    title: "Diese Notiz melden",
    hint: "Die Moderation dieser Gruppe sieht sie an. Wer gemeldet hat, wird nicht verraten.",
    reason: "Was stimmt nicht?",
    words: "In deinen Worten",
    wordsHint: "Nicht nötig, hilft aber denen, die entscheiden.",
    person: (name) => `${name} melden, nicht nur diese Notiz`,
    send: "Melden",
    cancel: "Abbrechen",
    sent: "Danke. Die Moderation sieht es sich an.",
    again: "Das hast du schon gemeldet.",
    withdrawn: "Deine Meldung ist zurückgezogen.",
    back: "Zurück zur Notiz",
    needsReason: "Bitte sagen, was nicht stimmt.",
  },
  decide: {
    remove: "Diese Notiz entfernen",
    revise: "Um Überarbeitung bitten",
    what: "Was soll geschehen?",
    verbs: {
      publish: "Veröffentlichen oder so lassen",
      hide: "Vor Leserinnen und Lesern verbergen",
      remove: "Entfernen",
      revise: "Um Überarbeitung bitten",
    },
    send: "Entscheiden",
    done: "Erledigt.",
    undo: "Rückgängig",
    undone: "Die Entscheidung ist zurückgenommen.",
  },
  mine: {
    tab: "Meldungen",
    title: "Deine Meldungen",
    hint: "Was du der Moderation gesagt hast, und ob etwas geschah. Mehr wird nicht verraten.",
    none: "Du hast nichts gemeldet.",
    note: "Eine Notiz",
    person: "Eine Person",
    in: (group) => `in ${group}`,
    open: "Ansehen",
    withdraw: "Zurückziehen",
    outcomes: {
      waiting: "Wird noch angesehen",
      acted: "Es wurde etwas getan",
      kept: "Blieb, wie es ist",
      gone: "Nicht mehr da",
      withdrawn: "Von dir zurückgezogen",
    },
  },
  standing: {
    held: "Bis zur Freigabe sehen das nur du und die Moderation.",
    hidden: "Die Moderation hat das verborgen. Zu sehen ist nur, dass hier eine Notiz stand.",
    removed: "Die Moderation hat das entfernt. Niemand sonst sieht es mehr.",
    spam: "Das wurde als Spam entfernt.",
    revise: "Die Moderation bittet dich, das zu überarbeiten.",
    resent: "Du hast das neu eingereicht. Die Moderation sieht es sich an.",
    reason: (reason) => `Grund: ${reason}.`,
    said: (words) => `Sie schreibt: „${words}“`,
    mend: "Worte ändern und speichern: Dann sieht die Moderation es noch einmal an.",
    tries: (n) => `Du kannst es noch ${count(n, "Mal", "Mal")} einreichen.`,
    final: "Es kann nicht noch einmal eingereicht werden.",
  },
};
