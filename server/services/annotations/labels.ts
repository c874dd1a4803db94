/** Tags and kinds of notes. */
import { builtInKinds, type Kind, MAX_TAG, MAX_TAGS, type Motivation } from "#app/domain/annotation/annotation.ts";
import { isLongTag, tagKey, tidyTags } from "#app/domain/annotation/tag.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { Turn } from "./turn.ts";

/** Typed names beyond which nobody is read to the end. */
const MOST_TYPED = 4 * MAX_TAGS;

/** The names under which a note keeps what was typed: a tag that the group knows, or knew, has the group's name for it. */
export async function tagsOf({ store, standing }: Turn, typed: readonly string[]): Promise<readonly string[]> {
  if (typed.length > MOST_TYPED) throw new Problem("invalid", words.tooManyTags(MAX_TAGS));
  const names = tidyTags(typed);
  if (names.length > MAX_TAGS) throw new Problem("invalid", words.tooManyTags(MAX_TAGS));
  if (names.some(isLongTag)) throw new Problem("invalid", words.tagTooLong(MAX_TAG));
  const old = await store.tagChanges.leadTo(standing.group.id, names.map(tagKey));
  const keyOf = (name: string) => old.get(tagKey(name)) ?? tagKey(name);
  const known = await store.tags.known(standing.group.id, names.map(keyOf));
  return tidyTags(names.map((name) => known.get(keyOf(name))?.name ?? name));
}

/**
 * Keeps a note's tags where search finds them. New ones become free tags of the group, unless the note is on a desk:
 * what somebody writes for themselves makes no word for others.
 */
export async function keepTags(turn: Turn, noteId: string, names: readonly string[]): Promise<void> {
  const { store, standing, now } = turn;
  await store.tags.setOfNote(noteId, names);
  const note = await store.annotations.find(noteId);
  if (note === null || note.placements.every(({ kind }) => kind === "desk")) return;
  const known = await store.tags.known(standing.group.id, names.map(tagKey));
  for (const name of names) {
    const key = tagKey(name);
    if (known.has(key)) continue;
    await store.tags.put(standing.group.id, { key, name, colour: null, meaning: "", isListed: false }, now);
  }
}

/**
 * The kind that was chosen, or null. `kept`: the one that the note has already, which it may keep after it was retired.
 * Throws Problem("invalid") for a kind that the group does not offer, and for a question that wants to be something else.
 */
export async function kindOf(
  { store, standing }: Turn,
  chosen: Kind | null,
  motivation: Motivation,
  kept: Kind | null = null,
): Promise<Kind | null> {
  if (chosen === null || chosen === kept) return chosen;
  if (motivation === "questioning") throw new Problem("invalid", words.questionStays);
  if (builtInKinds.some((kind) => kind === chosen)) return chosen;
  const own = await store.kinds.ofGroup(standing.group.id);
  if (own.some(({ id, retiredAt }) => id === chosen && retiredAt === null)) return chosen;
  throw new Problem("invalid", words.unknownKind);
}
