/** What every command has at hand inside its transaction, and the questions that most of them ask. */
import type { Target } from "#app/domain/annotation/annotation.ts";
import { MAX_BODY } from "#app/domain/annotation/annotation.ts";
import { bodyLength, cleanBody, isBlank, isHopelesslyLong } from "#app/domain/annotation/body.ts";
import type { Sight } from "#app/domain/annotation/visibility.ts";
import { isOpen } from "#app/domain/group/group.ts";
import { type Action, can, type Subject } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import type { Findings } from "../moderation/gate.ts";
import { refusalOf } from "../moderation/refusal.ts";
import { type Standing, sightFor } from "../rights.ts";
import type { NoteEvent } from "./events.ts";

export type Turn = {
  readonly store: Store;
  /** Read again inside the transaction, so that a right that ended a moment ago has ended. */
  readonly standing: Standing;
  readonly now: number;
  readonly newId: () => string;
  /** Tells the rest of the server; see `events.ts`. */
  readonly heed: (event: NoteEvent) => Promise<void>;
  /** What was found in the words of the command before its transaction; null where nobody else would read them. */
  readonly findings: Findings | null;
  /** Host of this site. */
  readonly ownHost: string;
  /** Checks a target that came from a client against the text. */
  readonly placeTarget: (source: string, span: { start: number; end: number }, exact: string) => Promise<Target>;
};

/** The cleaned body. Throws Problem("too-large") with the numbers, Problem("invalid") for one that must not be empty. */
export function bodyOf(typed: string, { mayBeEmpty }: { readonly mayBeEmpty: boolean }): string {
  if (isHopelesslyLong(typed)) throw new Problem("too-large", words.muchTooLong(MAX_BODY));
  const body = cleanBody(typed);
  const length = bodyLength(body);
  if (length > MAX_BODY) throw new Problem("too-large", words.tooLong(MAX_BODY, length));
  if (!isBlank(body)) return body;
  if (!mayBeEmpty) throw new Problem("invalid", words.empty, { fields: { body: words.empty } });
  return "";
}

/** Throws Problem("forbidden") unless the viewer may do that here, with the sentence that fits. */
export function demand({ standing }: Turn, action: Action, subject: Subject = {}): void {
  const { actor, group, document } = standing;
  if (can(actor, action, { group, document, ...subject })) return;
  const thread = subject.thread ?? null;
  const refusal = refusalOf(standing, action, { group: group.id, document: document.id, thread });
  if (refusal !== null) throw refusal;
  const isForCreator = action === "annotation.edit" || action === "annotation.delete";
  if (isForCreator && subject.annotation?.creator !== actor.id) throw new Problem("forbidden", words.notYours);
  if (!isOpen(group) || !isOpen(document)) throw new Problem("forbidden", words.archived);
  throw new Problem("forbidden", actor.role === "observer" ? words.observer : words.notForYou);
}

/** How much of a note the viewer sees; of a published one its replies need not be known. */
export async function sightIn(store: Store, standing: Standing, note: NoteRow): Promise<Sight> {
  return sightFor(standing, note, note.status === "published" ? "none" : await store.annotations.answersTo(note));
}

/** A note of this text that the viewer knows of. Throws Problem("not-found") for all others, existing or not. */
export async function knownNote({ store, standing }: Turn, id: string): Promise<NoteRow> {
  const note = await store.annotations.find(id);
  if (note === null || note.document !== standing.document.id) throw new Problem("not-found", words.unknownNote);
  const isOwn = note.creator === standing.actor.id;
  if (!isOwn && (await sightIn(store, standing, note)) === "nothing") {
    throw new Problem("not-found", words.unknownNote);
  }
  return note;
}
