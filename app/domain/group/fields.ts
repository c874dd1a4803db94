import { type Colour, colours } from "#app/domain/annotation/annotation.ts";

/** Longest name of a group, in code points. */
export const MAX_GROUP_NAME = 100;
/** Longest description, in code points. */
export const MAX_DESCRIPTION = 500;
/** Longest name of a highlight colour, in code points. */
export const MAX_COLOUR_NAME = 40;
/** Longest life of an invitation, in days: a school year's first half, not for ever. */
export const MAX_INVITATION_DAYS = 180;
/** Most uses of one link that counts them. */
export const MAX_INVITATION_USES = 1000;

/** True for the key of a highlight colour. */
export function isColour(key: string): key is Colour {
  return colours.some((colour) => colour === key);
}

/** Text of several lines without control, format or direction characters other than line breaks. */
export function tidyParagraphs(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replace(/[^\P{C}\n]/gu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
