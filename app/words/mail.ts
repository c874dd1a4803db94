/** The text of one mail: a subject, paragraphs, and at most one link to follow. */
import { mailWords as englishMailWords } from "./en/mail.ts";
import { localised } from "./localised.ts";

export const mailWords = localised("mailWords", englishMailWords);
export type { MailText } from "./en/mail.ts";
