/** Commands on notes: authorise, decide, store, project; what others see of it goes out after the commit. */
import type { AnnotationService } from "#app/context/reading.ts";
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { Store, Transact } from "#db/store.ts";
import { answer, reopen } from "./annotations/answer.ts";
import { edit, hide, remove, restore, undelete } from "./annotations/change.ts";
import { commandSchema } from "./annotations/command-schema.ts";
import type { Heed } from "./annotations/events.ts";
import { history } from "./annotations/history.ts";
import { publish, reply } from "./annotations/publish.ts";
import { react } from "./annotations/react.ts";
import { reproject, reprojectAlone } from "./annotations/reproject.ts";
import { makeTextCache, placeTarget } from "./annotations/target.ts";
import type { Turn } from "./annotations/turn.ts";
import { refusalOfText } from "./moderation/refusal.ts";
import { settleTarget } from "./moderation/settle.ts";
import { standingIn } from "./rights.ts";

/** The service over one writer. `clock` in milliseconds since 1970, `newId` a ULID. */
export function makeAnnotationService({
  read,
  transact,
  clock,
  newId,
  heed = async () => {},
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Told of every command inside its transaction; nobody by default. */
  readonly heed?: Heed;
}): AnnotationService {
  const cache = makeTextCache();
  return {
    async run(viewer, untrusted) {
      const command = parse(untrusted);
      return transact(async (store) => {
        const now = clock();
        const standing = await standingIn(store, { memberId: viewer.id, documentId: command.document, now });
        if (standing === null) {
          const refusal = await refusalOfText(store, viewer.id, command.document, now);
          throw refusal ?? new Problem("not-found", words.unknownText);
        }
        const turn: Turn = {
          store,
          standing,
          now,
          newId,
          heed: (event) => heed(store, event, { member: viewer.id, seat: standing.rooms[0]?.seat ?? "", now }),
          placeTarget: (source, span, exact) =>
            placeTarget(store, cache, { document: command.document, source, span, exact }),
        };
        return perform(turn, command);
      });
    },
    history: (viewer, id) => history(read, { viewer, id, now: clock() }),
  };
}

/** Notes erased in one work: each is written in every room that shows it, with its thread, some 20 ms in all. */
const ERASED_AT_ONCE = 50;

/**
 * Erases the next of what a member wrote in a group, inside the caller's transaction: bodies and reactions go for good,
 * tombstones stay where others answered. For those who leave and want nothing of theirs to stay; true when all is gone.
 */
export async function eraseNotes(
  store: Store,
  { groupId, memberId, now }: { readonly groupId: string; readonly memberId: string; readonly now: number },
): Promise<boolean> {
  const ids = await store.annotations.idsOf(memberId, groupId, ERASED_AT_ONCE);
  await eraseThese(store, ids, now);
  const left = ERASED_AT_ONCE - ids.length;
  const taken = await store.reactions.takeSome(memberId, groupId, left);
  for (const id of taken) await reprojectAlone(store, id);
  return taken.length < left;
}

/** Erases these notes inside the caller's transaction: their words go for good, tombstones stay where others answered. */
export async function eraseThese(store: Store, ids: readonly string[], now: number): Promise<void> {
  for (const id of ids) {
    await store.annotations.eraseBodies(id);
    await store.tags.setOfNote(id, []);
    await store.threads.mention(id, []);
    await store.annotations.update(id, { status: "redacted", priorStatus: null, deletedAt: now });
    await reproject(store, id);
    await settleTarget({ store, now }, { kind: "note", id }, { verb: "delete", seq: 0 });
  }
}

function parse(untrusted: AnnotationCommand): AnnotationCommand {
  const parsed = commandSchema.safeParse(untrusted);
  if (!parsed.success) throw new Problem("invalid", words.malformed, { cause: parsed.error });
  return parsed.data;
}

function perform(turn: Turn, command: AnnotationCommand): Promise<CommandResult> {
  switch (command.verb) {
    case "publish":
      return publish(turn, command);
    case "reply":
      return reply(turn, command);
    case "edit":
      return edit(turn, command);
    case "delete":
      return remove(turn, command.id);
    case "undelete":
      return undelete(turn, command.id);
    case "hide":
      return hide(turn, command.id);
    case "restore":
      return restore(turn, command.id);
    case "react":
      return react(turn, command);
    case "answer":
      return answer(turn, command);
    case "reopen":
      return reopen(turn, command.id);
  }
}
