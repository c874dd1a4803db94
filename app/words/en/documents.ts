/** Why something about a text was refused. */
import { numbersIn } from "../numbers.ts";

const { megabytes } = numbersIn("en");

export const documentWords = {
  unknownText: "There is no such text here.",
  unknownGroup: "There is no such group here.",
  unknownImport: "This text is not waiting to be added any more. Paste it again.",
  readingLost: "The reading of this text was cut off. Please try it once more.",
  tooManyImports: "You have many texts waiting to be added. Add one of them, or try again tomorrow.",
  noStorage: (size: number, left: number) =>
    `This takes ${megabytes(size)}, and the texts of this group have ${megabytes(left, "down")} left. Delete one that is not needed, or ask whoever runs this site for more.`,
  tooManyRead: "Several texts of yours are being read in. Wait for one of them, or cancel it.",
  notForYou: "Your role in this group does not allow this.",
  archived: "This is archived. Restore it before you change it.",
  titleMissing: "Give the text a title.",
  titleTooLong: (limit: number) => `A title holds ${limit} characters.`,
  fieldTooLong: (limit: number) => `This holds ${limit} characters.`,
  languageUnknown: "Write the language as a short code such as en, de or zh-Hant.",
  fixFields: "Something in the form needs another look.",
  untitled: "Untitled text",
} as const;
