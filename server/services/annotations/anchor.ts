/** A note that lost its words gets a place in the text again, by its author or by staff. */
import { isAdrift, type Target } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import { Problem } from "#app/domain/problem.ts";
import { revisionWords as words } from "#app/words/revisions.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import { reproject } from "./reproject.ts";
import { demand, knownNote, type Turn } from "./turn.ts";

type Anchor = Extract<AnnotationCommand, { verb: "anchor" }>;

/** Throws Problem("conflict") for a passage that has its place: notes are not moved under those who answered them. */
export async function anchor(turn: Turn, { id, passage, target }: Anchor): Promise<CommandResult> {
  const { store, placeTarget } = turn;
  const note = await knownNote(turn, id);
  demand(turn, "annotation.anchor", { thread: note.root, annotation: { creator: note.creator, creatorRole: null } });
  const [position, quote] = target.selector;
  const placed = await placeTarget(target.source, position, quote.exact);
  const passages = note.target === null ? [] : [note.target, ...note.more];
  const before = passages[passage];
  if (before === undefined) throw new Problem("invalid", words.notAdrift);
  if (isSame(before, placed)) return { id, version: note.version };
  if (!isAdrift(before)) throw new Problem("conflict", words.notAdrift);
  const [first, ...more] = passages.map((one, at) => (at === passage ? placed : one));
  if (first === undefined) return { id, version: note.version };
  await store.revisions.anchor(id, first.source, { target: first, more });
  await store.annotations.update(id, {});
  await reproject(store, id);
  await store.search.index({ id });
  if (note.creator !== turn.standing.actor.id) await recordAnchor(turn, note, before);
  return { id, version: note.version + 1 };
}

function isSame(one: Target, other: Target): boolean {
  const [a, b] = [one.selector[0], other.selector[0]];
  return !isAdrift(one) && one.source === other.source && a.start === b.start && a.end === b.end;
}

async function recordAnchor({ store, standing, now, newId }: Turn, note: NoteRow, before: Target): Promise<void> {
  await store.record.append({
    ...{ id: newId(), at: now, group: note.group, document: note.document },
    ...{ actor: standing.actor.id, actorRole: standing.actor.role ?? "", verb: "passage.anchor" },
    subject: { kind: "note", id: note.id },
    ...{ revision: null, revisionHash: null, item: null, reason: null, undoes: null, batch: null },
    before: { state: before.state },
    after: { state: "exact" },
  });
}
