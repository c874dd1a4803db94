/** Commands that change a note that is there. Each one is its own repetition: the second time nothing happens. */
import { type AnnotationStatus, type Colour, type Kind, UNDELETE_WITHIN } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { NotePatch, NoteRow } from "#db/repositories/annotations.ts";
import { raiseEdit, statusOnceResent } from "../moderation/author-edit.ts";
import { actionFor, decideNote } from "../moderation/decide.ts";
import { recordOwnAct } from "../moderation/own-act.ts";
import { dropEdit, holdEdit } from "../moderation/pending-edit.ts";
import { refusalOf } from "../moderation/refusal.ts";
import { settleTarget } from "../moderation/settle.ts";
import { isShared } from "../moderation/shared.ts";
import { judge, keepFindings, raiseFor, recordHold } from "../moderation/verdict.ts";
import { keepTags, kindOf, tagsOf } from "./labels.ts";
import { keepMentions } from "./mentions.ts";
import { demandUnlocked } from "./open-place.ts";
import { reproject } from "./reproject.ts";
import { bodyOf, demand, knownNote, type Turn } from "./turn.ts";

type Edit = Extract<AnnotationCommand, { verb: "edit" }>;

/** Statuses in which an author may rewrite: what is hidden or held stays so, what was removed is sent again. */
const editable: readonly AnnotationStatus[] = ["draft", "published", "held", "hidden", "removed"];

/** Other words, another colour, kind or tags; compare-and-swap on the version that the author saw. */
export async function edit(turn: Turn, command: Edit): Promise<CommandResult> {
  const note = await knownNote(turn, command.id);
  demand(turn, "annotation.edit", { thread: note.root, annotation: { creator: note.creator, creatorRole: null } });
  if (!editable.includes(note.status)) throw new Problem("gone", words.gone);
  await demandUnlocked(turn, await turn.store.annotations.lineage(note.id));
  const body = bodyOf(command.body, { mayBeEmpty: note.motivation === "highlighting" });
  if (body === "" && note.target === null) throw new Problem("invalid", words.emptyHighlight);
  const wanted: Wanted = {
    body,
    colour: note.parent === null ? (command.colour ?? note.colour) : null,
    kind: await kindAfter(turn, note, command),
    tags: note.parent === null && command.tags !== undefined ? await tagsOf(turn, command.tags) : note.tags,
  };
  if (isSame(wanted, note.pending ?? note)) return resultOf(note);
  if (command.version !== note.version) throw new Problem("conflict", words.changedMeanwhile);
  return rewrite(turn, note, { wanted, nudged: command.nudged === true });
}

type Wanted = {
  readonly body: string;
  readonly colour: Colour | null;
  readonly kind: Kind | null;
  readonly tags: readonly string[];
};

function isSame(wanted: Wanted, known: Wanted): boolean {
  const { body, colour, kind, tags } = known;
  const areTags = wanted.tags.join("\n") === tags.join("\n");
  return wanted.body === body && wanted.colour === colour && wanted.kind === kind && areTags;
}

/** New words of a note that readers see wait beside the old ones where a person has to look at them first. */
async function rewrite(
  turn: Turn,
  note: NoteRow,
  { wanted, nudged }: { readonly wanted: Wanted; readonly nudged: boolean },
): Promise<CommandResult> {
  const { store, now, newId, standing } = turn;
  const { body, colour, kind, tags } = wanted;
  const isRetagged = tags.join("\n") !== note.tags.join("\n");
  const isReworded = body !== note.body;
  const isJudged = (isReworded || isRetagged) && isShared(note.placements);
  const subject = { id: note.id, thread: note.root, isEdit: true, nudged };
  const verdict = isJudged ? await judge(turn, subject) : null;
  const isHeld = verdict?.kind === "held";
  // Tags that are held without new words wait with the old ones, as a revision of their own.
  const revision = isReworded || isHeld ? newId() : ((await store.annotations.newestBody(note.id)) ?? "");
  const bench = { ...turn, judge: null };
  if (!isHeld) await dropEdit(turn, note);
  if (verdict !== null) {
    await keepFindings(turn, note, { verdict, revision });
    await raiseFor(bench, note, { verdict, isByStaff: isStaff(standing.role), edit: revision });
  }
  if (isHeld && note.status === "published") {
    await holdEdit(bench, note, { revisionId: revision, body, tags, colour, kind, at: now });
    return { id: note.id, version: note.version + 1 };
  }
  if (isReworded || isHeld) await store.annotations.addBody(note.id, { id: revision, text: body, now });
  if (isRetagged) await keepTags(turn, note.id, tags);
  const isResent = note.status === "removed" && isReworded;
  const status = isResent ? await statusOnceResent(store, note) : note.status;
  const result = await change(turn, note, { status, colour, kind, ...(isReworded && { editedAt: now }) });
  const changed = isHeld && !isResent ? await store.annotations.find(note.id) : null;
  if (changed !== null) await recordHold(bench, changed);
  return result;
}

/** A first note's kind; an absent one stays, and a reply has none. */
async function kindAfter(turn: Turn, note: NoteRow, { kind }: Edit): Promise<Kind | null> {
  if (note.parent !== null || kind === undefined) return note.kind;
  return kindOf(turn, kind, note.motivation, note.kind);
}

/** By its author; can be taken back for a while, so the bodies stay. */
export async function remove(turn: Turn, id: string): Promise<CommandResult> {
  const note = await knownNote(turn, id);
  demand(turn, "annotation.delete", { annotation: { creator: note.creator, creatorRole: null } });
  if (note.status === "deleted") return resultOf(note);
  if (note.status === "redacted") throw new Problem("gone", words.gone);
  return change(turn, note, { status: "deleted", priorStatus: note.status, deletedAt: turn.now });
}

/** Takes a deletion back, into the status before it: a hidden note comes back hidden. */
export async function undelete(turn: Turn, id: string): Promise<CommandResult> {
  const note = await knownNote(turn, id);
  demand(turn, "annotation.delete", { annotation: { creator: note.creator, creatorRole: null } });
  if (note.status === "redacted") throw new Problem("gone", words.gone);
  if (note.status !== "deleted") return resultOf(note);
  const place = { group: note.group, document: note.document, thread: note.root };
  const refusal = refusalOf(turn.standing, "annotation.edit", place);
  if (refusal !== null) throw refusal;
  if (turn.now - (note.deletedAt ?? 0) > UNDELETE_WITHIN) throw new Problem("gone", words.tooLate);
  return change(turn, note, { status: note.priorStatus ?? "published", priorStatus: null, deletedAt: null });
}

/** By staff: its author and staff still see it. */
export async function hide(turn: Turn, id: string): Promise<CommandResult> {
  return moderate(turn, id, "hide");
}

/** By staff: what was hidden is seen again. */
export async function restore(turn: Turn, id: string): Promise<CommandResult> {
  return moderate(turn, id, "restore");
}

async function moderate(turn: Turn, id: string, verb: "hide" | "restore"): Promise<CommandResult> {
  const note = await knownNote(turn, id);
  const { store, standing } = turn;
  const creatorRole = await store.access.roleIn(note.document, note.creator);
  demand(turn, actionFor(verb), { annotation: { creator: note.creator, creatorRole } });
  const judge = { id: standing.actor.id, role: standing.actor.role ?? "" };
  const entry = await decideNote({ ...turn, judge }, note, { verb });
  return { id, version: entry === null ? note.version : Number(entry.after.version) };
}

async function change(turn: Turn, note: NoteRow, patch: NotePatch): Promise<CommandResult> {
  const { store, heed } = turn;
  await store.annotations.update(note.id, patch);
  await reproject(store, note.id);
  const changed = await store.annotations.find(note.id);
  if (changed !== null && changed.status !== note.status) {
    await recordOwn(turn, note, changed);
    await heed({ kind: changed.status === "published" ? "returned" : "withdrawn", note: changed });
  } else if (changed !== null && changed.body !== note.body) {
    const named = await keepMentions(store, changed);
    await heed({ kind: "edited", note: changed, mentioned: changed.status === "published" ? named : [] });
  }
  if (changed !== null && changed.body !== note.body) await raiseEdit(turn, changed);
  return { id: note.id, version: note.version + 1 };
}

/** What an author takes back is settled for moderators too. */
async function recordOwn(turn: Turn, before: NoteRow, after: NoteRow): Promise<void> {
  const resent = before.status === "removed" && after.status !== "deleted";
  const verb = resent ? "note.resubmit" : after.status === "deleted" ? "note.delete" : "note.undelete";
  const { seq } = await recordOwnAct(turn, verb, { before, after });
  if (verb === "note.delete") await settleTarget(turn, { kind: "note", id: after.id }, { verb: "delete", seq });
}

function resultOf({ id, version }: NoteRow): CommandResult {
  return { id, version };
}
