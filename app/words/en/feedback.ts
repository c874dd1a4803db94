/** What students and staff say to each other about a grade. */

import { numbersIn } from "../numbers.ts";
import type { MailText } from "./mail.ts";

const { number } = numbersIn("en");

export const feedbackWords = {
  title: "About this grade",
  forStudent: "Your teachers read what you write here, and nobody else.",
  forStaff: (name: string) => `${name} and the teachers of the group read this, and nobody else.`,
  message: "Message",
  send: "Send",
  sent: "Sent.",
  you: "You",
  somebody: "Somebody whose account is gone",
  waits: "asks",
  notReleased: "The grade is not released yet. Once it is, you can write about it here.",
  taken: "This could not be sent. Load the page again.",
  empty: "Write a few words first.",
  tooLong: (limit: number) => `This holds ${number(limit)} characters.`,
  tooMany: "There is no more room here. Talk to each other.",
} as const;

type To = { readonly name: string; readonly url: string; readonly title: string; readonly by: string };

/** The letters to whoever is to answer. */
export const feedbackLetters = {
  fromStaff: ({ name, url, title, by }: To): MailText => ({
    subject: `About your grade: ${title}`,
    paragraphs: [`Hello ${name},`, `${by} wrote to you about your grade in “${title}”.`],
    link: { label: "Read and answer", url },
  }),
  fromStudent: ({ name, url, title, by }: To): MailText => ({
    subject: `Asked about a grade: ${title}`,
    paragraphs: [`Hello ${name},`, `${by} wrote about the grade in “${title}” that you gave.`],
    link: { label: "Read and answer", url },
  }),
} as const;
