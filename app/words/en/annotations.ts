/** Why a command on a note was refused. What was written stays with its author; these sentences stand beside it. */
import { numbersIn } from "../numbers.ts";

const { number } = numbersIn("en");

export const annotationWords = {
  malformed: "This could not be read. Reload the page and try again.",
  unknownText: "There is no such text here.",
  unknownCohort: "You do not read in that assignment.",
  otherAssignment: "This stands for other sections. Choose those of one assignment.",
  otherSection: "You are not in the section in which this stands, so nobody there would know you.",
  unknownPrompt: "That task is not one of this assignment any more.",
  unknownNote: "This note is not here any more.",
  archived: "This text is archived. It can be read, but not written in.",
  observer: "Observers read along. Ask the owner of the group for another role to write here.",
  notYours: "Only the one who wrote this note can change it.",
  notForYou: "Your role in this group does not allow this.",
  taken: "This note was sent under a number that another note has already. Send it again as a new one.",
  empty: "Write a few words first.",
  emptyHighlight: "Choose a passage to highlight, or write a few words about the whole text.",
  tooLong: (limit: number, length: number) =>
    `A note holds ${number(limit)} characters; this one has ${number(length)}.`,
  muchTooLong: (limit: number) => `A note holds ${number(limit)} characters.`,
  passageTooLong: "This passage is too long for a note. Choose a shorter one, or note the whole text.",
  passageElsewhere: "This passage does not stand there in the text. Reload the page and choose it again.",
  shut: "The note that you are answering was taken back or hidden. Your words are kept here.",
  tooDeep: "This conversation is too deep for another answer. Answer an earlier note.",
  changedMeanwhile: "This note was changed in another window. Look at it again before you change it.",
  gone: "This note was deleted.",
  tooLate: "This note was deleted more than ten minutes ago and cannot come back.",
  notShown: "This note is not shown at the moment.",
  authorLeft: "The one who wrote this note has left the group, and would not get a private answer.",
  tooManyPassages: (limit: number) => `A note holds ${limit} passages.`,
  firstPassageMissing: "Choose the first passage of this note again.",
  tooManyTags: (limit: number) => `A note holds ${limit} tags.`,
  tagTooLong: (limit: number) => `A tag holds ${limit} characters.`,
  unknownKind: "This group does not offer that kind of note.",
  questionStays: "A question cannot be another kind of note as well.",
  noQuestion: "Only a question can be answered.",
  noAnswer: "Choose a reply in this thread that everyone here can see.",
  underReview: "This note is waiting for a moderator.",
} as const;
