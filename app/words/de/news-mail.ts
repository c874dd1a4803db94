import type { newsMailWords as english } from "../en/news-mail.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { count } = numbersIn("de-DE");

const texts = (title: string, number: number | null) => (number === null ? `„${title}“` : `„${title}“, ¶${number}`);

export const newsMailWords: Translated<typeof english> = {
  somebody: "Jemand",
  happened: {
    mention: (name) => `${name} hat dich erwähnt`,
    reply: (name) => `${name} hat geantwortet`,
    private: (name) => `${name} hat dir unter vier Augen geantwortet`,
    answered: (name) => `${name} hat deine Frage als beantwortet markiert`,
    endorsed: (name) => `${name} hat deine Notiz hervorgehoben`,
    decided: () => "Über deine Notiz wurde entschieden",
    outcome: () => "Eine Meldung von dir wurde angesehen",
    note: (name) => `${name} hat eine Notiz geschrieben`,
  },
  place: texts,
  subject: (title, number, group) => `${texts(title, number)} · ${group}`,
  digest: {
    daily: (notes, where) => `Dein Tag auf Glossa: ${count(notes, "Notiz", "Notizen")} in ${where}`,
    weekly: (notes, where) => `Deine Woche auf Glossa: ${count(notes, "Notiz", "Notizen")} in ${where}`,
  },
  groups: (n) => count(n, "Gruppe", "Gruppen"),
  wholeText: "Zum ganzen Text",
  answer: "Lesen und antworten",
  open: "Öffnen",
  further: (n) => `Und ${count(n, "weitere Notiz wartet", "weitere Notizen warten")} auf Glossa.`,
  why: {
    mention: (group) => `Dieser Brief kommt, weil dich jemand in „${group}“ erwähnt hat.`,
    reply: (group) => `Dieser Brief kommt, weil du in „${group}“ an diesem Gespräch teilnimmst.`,
    private: (group) => `Dieser Brief kommt, weil dir jemand in „${group}“ allein geantwortet hat.`,
    answered: (group) => `Dieser Brief kommt, weil du diese Frage in „${group}“ gestellt hast.`,
    endorsed: (group) => `Dieser Brief kommt, weil eine deiner Notizen in „${group}“ hervorgehoben wurde.`,
    decided: (group) => `Dieser Brief kommt, weil in „${group}“ über eine deiner Notizen entschieden wurde.`,
    outcome: (group) => `Dieser Brief kommt, weil du diese Notiz in „${group}“ gemeldet hast.`,
    note: (group) => `Dieser Brief kommt, weil du dem hier in „${group}“ folgst.`,
  },
  whyDigest: {
    daily: "Dieser Brief kommt einmal am Tag, morgens, wenn es Neues für dich gibt.",
    weekly: "Dieser Brief kommt montags, wenn es Neues für dich gibt.",
  },
  choose: "Auswählen, worüber Briefe kommen",
  stop: {
    "at-once": "Keine Briefe wie diesen mehr",
    daily: "Keine täglichen Briefe mehr",
    weekly: "Keine wöchentlichen Briefe mehr",
  },
};
