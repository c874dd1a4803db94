/** The margin of every demo text, under the text's key. */
import { gardenerNotes } from "#db/seed/notes/dialogue-of-the-two-gardeners.ts";
import { reportedNotes } from "#db/seed/notes/dialogue-of-the-two-gardeners-reported.ts";
import { pageTurnerNotes } from "#db/seed/notes/die-umblaetterin.ts";
import { houseNotes } from "#db/seed/notes/seven-ways-to-leave-a-house.ts";
import { wallNotes } from "#db/seed/notes/the-wall-and-the-window.ts";
import { wallLaterNotes } from "#db/seed/notes/the-wall-and-the-window-later.ts";
import { wellNotes } from "#db/seed/notes/the-well-at-the-crossroads.ts";
import type { groups } from "#db/seed/people.ts";
import type { SeedNote } from "#db/seed/shape.ts";

/** Key of a text in any group's library. */
export type TextKey = (typeof groups)[number]["texts"][number]["key"];

/** What stands in the margin of each text, in the order of the text rather than of time. */
export const notesByText: Readonly<Record<TextKey, readonly SeedNote[]>> = {
  "the-wall-and-the-window": [...wallNotes, ...wallLaterNotes],
  "dialogue-of-the-two-gardeners": [...gardenerNotes, ...reportedNotes],
  "the-well-at-the-crossroads": wellNotes,
  "seven-ways-to-leave-a-house": houseNotes,
  "die-umblaetterin": pageTurnerNotes,
};
