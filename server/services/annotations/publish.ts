/** Commands that make a note. */
import { MAX_MORE } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { Problem } from "#app/domain/problem.ts";
import type { PlacedAt } from "#app/rooms/projection.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { NewNote } from "#db/repositories/annotations.ts";
import { isShared } from "../moderation/shared.ts";
import { judge, keepFindings, raiseFor, recordHold } from "../moderation/verdict.ts";
import { keepTags, kindOf, tagsOf } from "./labels.ts";
import { keepMentions } from "./mentions.ts";
import { demandOpen } from "./open-place.ts";
import { amongPlaces, ownPlace, placesUnder } from "./places.ts";
import { reproject } from "./reproject.ts";
import { bodyOf, demand, knownNote, type Turn } from "./turn.ts";

type Publish = Extract<AnnotationCommand, { verb: "publish" }>;
type Reply = Extract<AnnotationCommand, { verb: "reply" }>;

/** Answers on answers; deeper ones are refused, since every command walks up to the root. */
const MAX_DEPTH = 64;

/** A highlight, note or question, in the group's audience or on the author's desk. */
export async function publish(turn: Turn, command: Publish): Promise<CommandResult> {
  const stored = await alreadyStored(turn, command.id);
  if (stored !== null) return stored;
  demand(turn, "annotation.publish");
  await demandOpen(turn, []);
  const { standing, now } = turn;
  const { motivation, colour } = command;
  const body = bodyOf(command.body, { mayBeEmpty: motivation === "highlighting" });
  if (body === "" && command.target === null) throw new Problem("invalid", words.emptyHighlight);
  const target = command.target === null ? null : await placed(turn, command.target);
  const note = {
    id: command.id,
    documentId: standing.document.id,
    rootId: command.id,
    parentId: null,
    creatorId: standing.actor.id,
    motivation,
    status: "published",
    colour,
    target,
    more: await furtherPassages(turn, command),
    kind: await kindOf(turn, command.kind ?? null, motivation),
    tags: await tagsOf(turn, command.tags ?? []),
    revisionId: target?.source ?? standing.document.revisionId,
    createdAt: now,
  } satisfies NewNote;
  const result = await insert(turn, note, { body, at: await placesOf(turn, command), nudged: command.nudged === true });
  await keepAnswer(turn, command);
  return result;
}

async function placesOf(turn: Turn, { placement, audience, also = [] }: Publish): Promise<readonly PlacedAt[]> {
  if (placement === "me") return [ownPlace(turn, "desk")];
  return audience === undefined ? [ownPlace(turn, "group")] : amongPlaces(turn, [audience, ...also]);
}

/** Which prompt of the assignment it answers. Throws Problem("invalid") for one of another assignment. */
async function keepAnswer({ store, standing }: Turn, { id, audience, prompt }: Publish): Promise<void> {
  if (prompt === undefined) return;
  const among = [...standing.rooms, ...standing.shut].find((one) => one.audience === audience);
  const assignment = among === undefined ? null : await store.cohorts.assignmentOf(among.audience);
  const isAsked =
    assignment !== null && (await store.assignments.find(assignment))?.prompts.some((one) => one.id === prompt);
  if (isAsked !== true) throw new Problem("invalid", words.unknownPrompt);
  await store.assignments.answer(id, prompt);
}

/** An answer, which stands where its thread stands, or between staff and the author of the note that it answers. */
export async function reply(turn: Turn, command: Reply): Promise<CommandResult> {
  const stored = await alreadyStored(turn, command.id);
  if (stored !== null) return stored;
  const { store, standing, now } = turn;
  const parent = await knownNote(turn, command.parent);
  demand(turn, "annotation.publish", { thread: parent.root });
  const body = bodyOf(command.body, { mayBeEmpty: false });
  const above = await store.annotations.lineage(parent.id);
  const root = above.find(({ id }) => id === parent.root);
  if (root?.status !== "published" || parent.status !== "published") throw new Problem("locked", words.shut);
  await demandOpen(turn, above);
  if (above.length >= MAX_DEPTH) throw new Problem("invalid", words.tooDeep);
  const note = {
    id: command.id,
    documentId: standing.document.id,
    rootId: root.id,
    parentId: parent.id,
    creatorId: standing.actor.id,
    motivation: "replying",
    status: "published",
    colour: null,
    target: null,
    more: [],
    kind: null,
    tags: [],
    revisionId: standing.document.revisionId,
    createdAt: now,
  } satisfies NewNote;
  const at = await placesUnder(turn, { root, parent, privately: command.privately === true });
  return insert(turn, note, { body, at, nudged: command.nudged === true });
}

type Written = { readonly body: string; readonly at: readonly PlacedAt[]; readonly nudged: boolean };

/** As the verdict says: for everybody at once, or for its author and staff until one of these has looked at it. */
async function insert(turn: Turn, note: NewNote, { body, at, nudged }: Written): Promise<CommandResult> {
  const { store, newId, heed, standing } = turn;
  const thread = note.parentId === null ? null : note.rootId;
  const verdict = isShared(at) ? await judge(turn, { id: note.id, thread, isEdit: false, nudged }) : null;
  const isHeld = verdict?.kind === "held";
  const revision = newId();
  await store.annotations.insert({ ...note, status: isHeld ? "held" : note.status }, { id: revision, text: body }, at);
  if (note.tags.length > 0) await keepTags(turn, note.id, note.tags);
  await reproject(store, note.id);
  const stored = await store.annotations.find(note.id);
  if (stored === null) return { id: note.id, version: 1 };
  if (verdict !== null) {
    await keepFindings(turn, stored, { verdict, revision });
    await raiseFor({ ...turn, judge: null }, stored, { verdict, isByStaff: isStaff(standing.role), edit: null });
  }
  const mentioned = await keepMentions(store, stored);
  if (isHeld) await recordHold({ ...turn, judge: null }, stored);
  else await heed({ kind: "published", note: stored, mentioned });
  return { id: note.id, version: 1 };
}

/** The answer to a command that came before: the id is the idempotency key. Throws Problem("conflict") for another's. */
async function alreadyStored({ store, standing }: Turn, id: string): Promise<CommandResult | null> {
  const note = await store.annotations.find(id);
  if (note === null) return null;
  if (note.creator !== standing.actor.id) throw new Problem("conflict", words.taken);
  return { id, version: note.version };
}

type Selected = NonNullable<Publish["target"]>;

async function furtherPassages(turn: Turn, { target, more = [] }: Publish) {
  if (more.length > MAX_MORE) throw new Problem("invalid", words.tooManyPassages(MAX_MORE + 1));
  if (more.length > 0 && target === null) throw new Problem("invalid", words.firstPassageMissing);
  const placedOnes = [];
  for (const one of more) placedOnes.push(await placed(turn, one));
  return placedOnes;
}

function placed(turn: Turn, { source, selector: [position, quote] }: Selected) {
  return turn.placeTarget(source, position, quote.exact);
}
