/** An assignment once more: in its group, or in another one in which the same teacher sets. */
import type { CopyChoice } from "#app/context/assignments.ts";
import type { Target } from "#app/domain/annotation/annotation.ts";
import { movedDates } from "#app/domain/assignment/moved.ts";
import type { Requirement } from "#app/domain/assignment/requirement.ts";
import { assignmentWords as words } from "#app/words/assignments.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { CarriedNote } from "#db/schema/assignments.ts";
import type { Store } from "#db/store.ts";
import { bytesOf, demandStorage } from "../documents/storage.ts";
import { textsOf } from "./enter.ts";

type Hand = { readonly viewer: string; readonly now: number; readonly newId: () => string };
/** A text where the copy reads it. */
type Text = { readonly document: string; readonly revision: string };

/** Puts a draft with that id into the chosen group; whether the viewer sets there is the caller's to ask. */
export async function copyInto(
  store: Store,
  original: AssignmentRow,
  { id, choice, ...hand }: Hand & { readonly id: string; readonly choice: CopyChoice },
): Promise<void> {
  const isElsewhere = choice.group !== original.group;
  const texts = new Map<string, Text>();
  for (const text of await textsOf(store, original)) {
    const there = isElsewhere ? await textIn(store, choice.group, { text, ...hand }) : text;
    texts.set(text.id, { document: there.id, revision: there.revisionId });
  }
  await store.assignments.insert({
    ...original,
    ...movedDates(original, choice.days),
    ...{ id, group: choice.group, createdBy: hand.viewer, now: hand.now, copiedFrom: original.id },
    title: isElsewhere ? original.title : words.copyOf(original.title),
    texts: original.texts.flatMap(({ document, passages }) => {
      const text = texts.get(document);
      const there = (target: Target) => placed(target, text, isElsewhere);
      return text === undefined ? [] : { document: text.document, passages: passages.map(there) };
    }),
    prompts: original.prompts.flatMap(({ target, ...prompt }) => {
      const text = texts.get(prompt.document ?? "");
      // A task on a text that is gone has nothing to stand on.
      if (prompt.document !== null && text === undefined) return [];
      const there = target === null ? null : placed(target, text, isElsewhere);
      return { ...prompt, id: hand.newId(), document: text?.document ?? null, target: there };
    }),
    requirements: isElsewhere ? await askedIn(store, original, choice.group) : original.requirements,
    sectionSet: isElsewhere ? null : original.sectionSet,
    carries: choice.withNotes ? await carriedBy(store, original, { texts, ...hand }) : [],
  });
}

function placed(target: Target, text: Text | undefined, isElsewhere: boolean): Target {
  return isElsewhere && text !== undefined ? { ...target, source: text.revision } : target;
}

type Taking = Hand & { readonly text: DocumentRow };

/** The group's text of the same words, or a copy of it that the viewer adds. Throws Problem("too-large") where there is no room for it. */
async function textIn(store: Store, group: string, { text, viewer, now, newId }: Taking): Promise<DocumentRow> {
  const known = await store.documents.sameIn(group, text.revisionId);
  if (known !== null) return known;
  const content = await store.documents.content(text.revisionId);
  const times = { createdAt: now, archivedAt: null, deleteAfter: null };
  const added = { ...text, ...times, id: newId(), groupId: group, revisionId: newId(), addedBy: viewer };
  if (content !== null) {
    await demandStorage(store, group, bytesOf([content]));
    await store.documents.insert(added, content);
  }
  return added;
}

/** Kinds that a group made are asked for where the other group has one of that name. */
async function askedIn(store: Store, original: AssignmentRow, group: string): Promise<readonly Requirement[]> {
  const names = new Map((await store.kinds.ofGroup(original.group)).map(({ id, name }) => [id, name]));
  const there = new Map((await store.kinds.ofGroup(group)).map(({ id, name }) => [name, id]));
  return original.requirements.flatMap((asked) => {
    const name = asked.kind === "of-kind" ? names.get(asked.of) : undefined;
    if (asked.kind !== "of-kind" || name === undefined) return asked;
    const of = there.get(name);
    return of === undefined ? [] : { ...asked, of };
  });
}

/** The viewer's own first notes in it, which come along when the copy is published. */
async function carriedBy(
  store: Store,
  { id }: AssignmentRow,
  { texts, viewer, newId }: Hand & { readonly texts: ReadonlyMap<string, Text> },
): Promise<readonly CarriedNote[]> {
  return (await ownNotes(store, id, viewer)).flatMap(({ id: note, document }) => {
    const text = texts.get(document);
    return text === undefined ? [] : { note, as: newId(), document: text.document };
  });
}

/** First notes that somebody has in an assignment, oldest first. */
export async function ownNotes(store: Store, assignment: string, member: string) {
  const notes = await store.submissions.notes({ assignment, member, until: Number.MAX_SAFE_INTEGER });
  return notes.filter(({ parent }) => parent === null);
}
