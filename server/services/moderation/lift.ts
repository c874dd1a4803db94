/** A thread of one section brought before all of them: the same notes, read in more rooms. Rights are the caller's. */
import type { ChainedEntry, Facts } from "#app/domain/moderation/record.ts";
import { Problem } from "#app/domain/problem.ts";
import { isPrivateReply } from "#app/rooms/projection.ts";
import { curationWords as words } from "#app/words/curation.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Cohort } from "#db/repositories/cohorts.ts";
import type { Store } from "#db/store.ts";
import { audiencesAmong } from "../annotations/places.ts";
import { leftKeys, say, sayNothing } from "../annotations/reproject.ts";
import { scattered } from "../assignments/scattered.ts";
import type { CurationHands } from "./curate-note.ts";

/**
 * Gives the row of the record, or null where every section reads it already. Throws Problem("forbidden") for what stands in no
 * section and Problem("conflict") for what readers do not see.
 */
export async function lift(hands: CurationHands, root: NoteRow): Promise<ChainedEntry | null> {
  const { store, now, newId, judge } = hands;
  const [first] = audiencesAmong(root);
  if (root.parent !== null) throw new Problem("conflict", words.alreadyMerged);
  if (first === undefined) throw new Problem("forbidden", words.notInSection);
  if (root.status !== "published") throw new Problem("conflict", words.notShown);
  const there = new Set(audiencesAmong(root));
  const further = (await inUse(store, await store.cohorts.kin(first))).filter(({ audience }) => !there.has(audience));
  if (further.length === 0) return null;
  const notes = (await store.annotations.threads([root.id])).filter((note) => !isPrivateReply(note));
  for (const note of notes) {
    for (const cohort of further) await place(hands, note, cohort);
  }
  await sayAnew(store, notes);
  return store.record.append({
    ...{ id: newId(), at: now, group: root.group, document: root.document, verb: "thread.lift" },
    ...{ actor: judge?.id ?? null, actorRole: judge?.role ?? "system", subject: { kind: "thread", id: root.id } },
    ...{ revision: null, revisionHash: null, item: null, reason: null, undoes: null, batch: null },
    before: { audiences: [...there].join(" ") },
    after: { audiences: [...there, ...further.map(({ audience }) => audience)].join(" ") },
  });
}

/** Without those that nobody reads in any more: of sections that are dissolved, and of before there were any. */
async function inUse(store: Store, cohorts: readonly Cohort[]): Promise<readonly Cohort[]> {
  const used: Cohort[] = [];
  for (const cohort of cohorts) {
    const section = await store.cohorts.sectionOf(cohort.audience);
    const assignment = cohort.assignment === null ? null : await store.assignments.find(cohort.assignment);
    const set = assignment === null ? (section?.set.id ?? null) : assignment.sectionSet;
    if (section !== null && section.set.id === set) used.push(cohort);
  }
  return used;
}

/** Takes it out of the sections into which it was lifted. Throws Problem("conflict") once somebody answered there. */
export async function takeBackLift(store: Store, { subject, before, after }: ChainedEntry): Promise<Facts> {
  const audiences = (facts: Facts) => String(facts.audiences ?? "").split(" ");
  const stayed = new Set(audiences(before));
  const further = audiences(after).filter((audience) => !stayed.has(audience));
  const notes = (await store.annotations.threads([subject.id])).filter((note) => !isPrivateReply(note));
  const isHere = (note: NoteRow) => audiencesAmong(note).some((audience) => stayed.has(audience));
  if (notes.some((note) => !isHere(note))) throw new Problem("conflict", words.writtenSince);
  for (const note of notes) await store.arrange.takeFrom(note.id, further);
  await sayAnew(store, notes);
  return before;
}

/** Under the seat of its author there, which is closed at once where they do not read in that section. */
async function place({ store, now, newId }: CurationHands, note: NoteRow, { audience }: Cohort): Promise<void> {
  if (note.placements.some((placed) => placed.audience === audience)) return;
  const member = note.creator;
  const veils = await store.audiences.veils(member, note.group);
  const isVeiled = veils.some(
    (veil) => veil.isChosen && note.placements.some((placed) => placed.audience === veil.audience),
  );
  const isThere = (await store.cohorts.seated(audience)).includes(member);
  await store.cohorts.seat({ audience, member, now, newId: () => scattered(newId()), isVeiled });
  if (!isThere) await store.cohorts.unseat(audience, member, now);
  await store.arrange.placeIn(note.id, { audience, member });
}

/** In every room that shows them now, and out of those that do no longer. */
async function sayAnew(store: Store, before: readonly NoteRow[]): Promise<void> {
  const now: NoteRow[] = [];
  for (const { id } of before) {
    const note = await store.annotations.find(id);
    if (note !== null) now.push(note);
  }
  await say(store, now);
  await sayNothing(store, leftKeys(before, now));
  for (const { id } of now) await store.search.index({ id });
}
