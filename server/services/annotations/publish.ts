/** Commands that make a note. */
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import { Problem } from "#app/domain/problem.ts";
import type { PlacedAt } from "#app/rooms/projection.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
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
  const { store, standing, now, newId } = turn;
  const body = bodyOf(command.body, { mayBeEmpty: command.motivation === "highlighting" });
  if (body === "" && command.target === null) throw new Problem("invalid", words.emptyHighlight);
  const target = command.target === null ? null : await placed(turn, command.target);
  await store.annotations.insert(
    {
      id: command.id,
      documentId: standing.document.id,
      rootId: command.id,
      parentId: null,
      creatorId: standing.actor.id,
      motivation: command.motivation,
      status: "published",
      colour: command.colour,
      target,
      revisionId: target?.source ?? standing.document.revisionId,
      createdAt: now,
    },
    { id: newId(), text: body },
    [ownPlace(turn, command.placement === "me" ? "desk" : "group")],
  );
  await reproject(store, command.id);
  await announce(turn, command.id);
  return { id: command.id, version: 1 };
}

/** An answer, which stands where its thread stands. */
export async function reply(turn: Turn, command: Reply): Promise<CommandResult> {
  const stored = await alreadyStored(turn, command.id);
  if (stored !== null) return stored;
  const { store, standing, now, newId } = turn;
  const parent = await knownNote(turn, command.parent);
  demand(turn, "annotation.publish");
  const body = bodyOf(command.body, { mayBeEmpty: false });
  const above = await store.annotations.lineage(parent.id);
  const root = above.find(({ id }) => id === parent.root);
  if (root?.status !== "published" || parent.status !== "published") throw new Problem("locked", words.shut);
  if (above.length >= MAX_DEPTH) throw new Problem("invalid", words.tooDeep);
  await store.annotations.insert(
    {
      id: command.id,
      documentId: standing.document.id,
      rootId: root.id,
      parentId: parent.id,
      creatorId: standing.actor.id,
      motivation: "replying",
      status: "published",
      colour: null,
      target: null,
      revisionId: standing.document.revisionId,
      createdAt: now,
    },
    { id: newId(), text: body },
    root.placements.map(({ audience, kind }) => ownPlace(turn, kind, audience)),
  );
  await reproject(store, command.id);
  await announce(turn, command.id);
  return { id: command.id, version: 1 };
}

async function announce({ store, heed }: Turn, id: string): Promise<void> {
  const note = await store.annotations.find(id);
  if (note !== null) await heed({ kind: "published", note, mentioned: [] });
}

/** The answer to a command that came before: the id is the idempotency key. Throws Problem("conflict") for another's. */
async function alreadyStored({ store, standing }: Turn, id: string): Promise<CommandResult | null> {
  const note = await store.annotations.find(id);
  if (note === null) return null;
  if (note.creator !== standing.actor.id) throw new Problem("conflict", words.taken);
  return { id, version: note.version };
}

function placed(turn: Turn, { source, selector: [position, quote] }: NonNullable<Publish["target"]>) {
  return turn.placeTarget(source, position, quote.exact);
}

/** The viewer's own seat in an audience of the text. Throws Problem("forbidden") where they have none. */
function ownPlace({ standing }: Turn, kind: PlacedAt["kind"], audience?: string): PlacedAt {
  const room = standing.rooms.find((open) => open.kind === kind && (audience ?? open.audience) === open.audience);
  if (room === undefined) throw new Problem("forbidden", words.notForYou);
  return { audience: room.audience, kind, seat: room.seat };
}
