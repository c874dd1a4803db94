import type { noteToolsWords as english } from "../en/note-tools.ts";
import type { Translated } from "../localised.ts";

export const noteToolsWords: Translated<typeof english> = {
  report: "Melden…",
  withdraw: "Von dir gemeldet · zurückziehen",
  publish: "Veröffentlichen",
  remove: "Entfernen…",
  revise: "Überarbeiten lassen…",
  notSeen: { held: "Wartet auf Freigabe", hidden: "Verborgen", removed: "Entfernt", spam: "Entfernt" },
  unreachable: "Der Server war nicht zu erreichen. Bitte noch einmal versuchen.",
  entry: (n) => (n === 0 ? "Moderation, nichts wartet" : `Moderation, ${n} zu entscheiden`),
};
