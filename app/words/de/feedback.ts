import type { feedbackWords as english, feedbackLetters as englishLetters } from "../en/feedback.ts";
import type { Translated } from "../localised.ts";
import { numbersIn } from "../numbers.ts";

const { number } = numbersIn("de");

/** Was zu einer Note gesagt wird. */
export const feedbackWords: Translated<typeof english> = {
  title: "Zu dieser Bewertung",
  forStudent: "Was du hier schreibst, lesen deine Lehrpersonen und sonst niemand.",
  forStaff: (name) => `${name} und die Lehrpersonen der Gruppe lesen das, sonst niemand.`,
  message: "Nachricht",
  send: "Senden",
  sent: "Gesendet.",
  you: "Du",
  somebody: "Jemand, dessen Konto es nicht mehr gibt",
  waits: "fragt nach",
  notReleased: "Die Bewertung ist noch nicht freigegeben. Danach kannst du hier dazu schreiben.",
  taken: "Das konnte nicht gesendet werden. Lade die Seite neu.",
  empty: "Schreib zuerst ein paar Worte.",
  tooLong: (limit) => `Hier passen ${number(limit)} Zeichen hinein.`,
  tooMany: "Hier ist kein Platz mehr. Sprecht miteinander.",
};

export const feedbackLetters: Translated<typeof englishLetters> = {
  fromStaff: ({ name, url, title, by }) => ({
    subject: `Zu deiner Bewertung: ${title}`,
    paragraphs: [`Hallo ${name},`, `${by} hat dir etwas zu deiner Bewertung für „${title}“ geschrieben.`],
    link: { label: "Lesen und antworten", url },
  }),
  fromStudent: ({ name, url, title, by }) => ({
    subject: `Rückfrage zu einer Bewertung: ${title}`,
    paragraphs: [`Hallo ${name},`, `${by} hat etwas zu der Bewertung für „${title}“ geschrieben, die von dir ist.`],
    link: { label: "Lesen und antworten", url },
  }),
};
