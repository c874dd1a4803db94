/** New words of a text: in one transaction they are the ones that are read, and what stands on them follows. */
import type { Viewer } from "#app/context/viewer.ts";
import type { Target } from "#app/domain/annotation/annotation.ts";
import { carryOffset, carryTarget, type Edit } from "#app/domain/annotation/carry.ts";
import { describe } from "#app/domain/annotation/describe.ts";
import type { Block } from "#app/domain/document/document.ts";
import { withPages } from "#app/domain/document/pages.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { projectRevision } from "#app/rooms/projection.ts";
import { documentWords } from "#app/words/documents.ts";
import { revisionWords as words } from "#app/words/revisions.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { StoredContent } from "#db/repositories/revisions.ts";
import type { Store } from "#db/store.ts";
import { sayOfText } from "../annotations/reproject.ts";
import { factsOf } from "../documents/facts.ts";
import { bytesOf, demandStorage } from "../documents/storage.ts";
import { standingIn } from "../rights.ts";
import { CARRIED_AT_ONCE, type CarryParts, carryLeft, carrySome, sourcesOf } from "./carry-notes.ts";
import type { EditsFrom } from "./edits.ts";

type Parts = CarryParts & { readonly clock: () => number; readonly newId: () => string };

export type Publishing = {
  readonly documentId: string;
  /** The revision that was edited. */
  readonly base: string;
  readonly content: StoredContent;
  readonly remark: string;
  /** The number of the revision whose words it brings back. */
  readonly restores: number | null;
};

/**
 * Gives the number of the new revision once all notes have followed. Throws Problem("conflict") when somebody else changed
 * the text since, Problem("invalid") for the same words in the same shape.
 */
export async function publishRevision(
  parts: Parts,
  viewer: Viewer,
  input: Publishing,
): Promise<{ readonly n: number }> {
  const { read, transact, clock, newId, edits } = parts;
  const { documentId, base } = input;
  const before = await read.documents.content(base);
  if ((await read.documents.find(documentId))?.revisionId !== base || before === null) throw changedMeanwhile();
  const id = newId();
  const first = await read.revisions.astray(documentId, id, CARRIED_AT_ONCE);
  const assigned = await read.revisions.assigned(documentId);
  const placed = [
    ...assigned.texts.flatMap(({ passages }) => passages),
    ...assigned.prompts.flatMap(({ target }) => target ?? []),
  ];
  const sources = [base, ...sourcesOf(first), ...placed.map(({ source }) => source)];
  const from = await edits.to({ document: documentId, revision: id, text: input.content.text }, sources);
  const content = pagesAfter(input.content, before, from.get(base));
  if (before.html === content.html) throw new Problem("invalid", words.nothingChanged);
  const n = await transact(async (store) => {
    const now = clock();
    const standing = await standingIn(store, { memberId: viewer.id, documentId, now });
    const document = standing && (await store.documents.find(documentId));
    if (standing === null || document === null) throw new Problem("not-found", documentWords.unknownText);
    if (!can(standing.actor, "document.edit", standing)) throw new Problem("forbidden", documentWords.notForYou);
    if (document.revisionId !== base) throw changedMeanwhile();
    await demandStorage(store, document.groupId, bytesOf([content]));
    const { remark, restores } = input;
    const revision = { id, documentId, createdBy: viewer.id, createdAt: now, remark, restores };
    const made = await store.revisions.publish(revision, content, factsAfter(document, before, content));
    await carrySome(store, { documentId, revisionId: id }, from);
    await carryAssigned(store, { documentId, blocks: content.blocks }, from);
    const edit = from.get(base);
    if (edit) await carryStops(store, documentId, { edit, before: before.blocks, after: content.blocks });
    await store.record.append({
      ...{ id: newId(), at: now, group: document.groupId, document: documentId },
      ...{ actor: viewer.id, actorRole: standing.actor.role ?? "", verb: "revision.publish" },
      subject: { kind: "text", id: documentId },
      ...{ revision: id, revisionHash: null, item: null, reason: null, undoes: null, batch: null },
      before: { n: made - 1 },
      after: { n: made, restores },
    });
    const said = await store.revisions.said(documentId);
    if (said !== null) await sayOfText(store, projectRevision(said));
    return made;
  });
  await carryLeft(parts, documentId);
  return { n };
}

const changedMeanwhile = () => new Problem("conflict", words.changedMeanwhile);

/** Words without pages of their own keep those of the words before. */
function pagesAfter(content: StoredContent, before: StoredContent, edit: Edit | null | undefined): StoredContent {
  if (!edit || content.pages.length > 0 || before.pages.length === 0) return content;
  const carried = before.pages.map(({ label, start }) => ({ label, start: carryOffset(edit.script, start) }));
  return withPages(
    content,
    carried.sort((a, b) => a.start - b.start),
  );
}

/** A title that was given in the details stays while the text's own says the same as before. */
function factsAfter(document: DocumentRow, before: Publishing["content"], content: Publishing["content"]) {
  const { title, ...facts } = factsOf(content);
  const isRetitled = title !== "" && title !== factsOf(before).title;
  return { ...facts, title: isRetitled ? title : document.title };
}

/** What is assigned stays with its paragraphs, however they were rewritten: a teacher set the place, not the words. */
async function carryAssigned(
  store: Store,
  { documentId, blocks }: { readonly documentId: string; readonly blocks: readonly Block[] },
  from: EditsFrom,
): Promise<void> {
  const there = (target: Target): Target => {
    const edit = from.get(target.source);
    return edit ? placeAfter(edit, target, blocks) : target;
  };
  const { texts, prompts } = await store.revisions.assigned(documentId);
  for (const { assignment, passages } of texts) {
    if (passages.length > 0) await store.revisions.assignPassages(assignment, documentId, passages.map(there));
  }
  for (const { id, target } of prompts) if (target !== null) await store.revisions.placePrompt(id, there(target));
}

function placeAfter(edit: Edit, target: Target, blocks: readonly Block[]): Target {
  const carried = carryTarget(target, () => edit);
  if (carried.state !== "uncertain" && carried.state !== "lost") return { ...carried, state: "exact" };
  const [{ start, end }] = target.selector;
  const [first, last] = [
    blockAt(blocks, carryOffset(edit.script, start)),
    blockAt(blocks, carryOffset(edit.script, end)),
  ];
  if (first === undefined || last === undefined) return target;
  const span = { start: first.start, end: Math.max(first.end, last.end) };
  return { source: edit.to, selector: describe(edit.after, span), state: "exact" };
}

function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks.find(({ end, number }) => end >= offset && number !== null) ?? blocks.at(-1);
}

type Stops = { readonly edit: Edit; readonly before: readonly Block[]; readonly after: readonly Block[] };

/** Everybody goes on reading where they stopped. */
async function carryStops(store: Store, documentId: string, { edit, before, after }: Stops): Promise<void> {
  for (const { member, block } of await store.revisions.stops(documentId)) {
    const place = carryOffset(edit.script, before[block - 1]?.start ?? 0);
    const now = after.find(({ end }) => end >= place)?.n ?? after.length;
    if (now !== block) await store.revisions.putStop(documentId, member, now);
  }
}
