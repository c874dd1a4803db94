/** Decisions: who may, then the one path that every decision takes. */
import type { ModerationService } from "#app/context/moderation.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { moderationWords as words } from "#app/words/moderation.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Heed, NoteEvent } from "./annotations/events.ts";
import { sightIn } from "./annotations/turn.ts";
import { requireAction } from "./groups-standing.ts";
import { actionFor, type Bench, decideNote } from "./moderation/decide.ts";
import { benchOverPerson } from "./moderation/person-bench.ts";
import { runBatch } from "./moderation/sanction-batch.ts";
import { standingOf } from "./moderation/standing.ts";
import { isPolicy, undoDecision } from "./moderation/undo.ts";
import { type Standing, standingIn } from "./rights.ts";

/** The service over one writer. `clock` in milliseconds since 1970, `newId` a ULID. */
export function makeModerationService({
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
  readonly heed?: Heed;
}): ModerationService {
  const hands = { clock, newId, heed };
  return {
    standing: (viewer, note) => standingOf(read, viewer, note),
    decide: (viewer, { note: id, verb, reason, toAuthor, toStaff, version }) =>
      transact(async (store) => {
        const { bench, note } = await sit(store, hands, { viewer, id, action: actionFor(verb) });
        const entry = await decideNote(bench, note, { verb, reason, words: { toAuthor, toStaff }, version });
        return { decision: entry?.seq ?? null };
      }),
    async undo(viewer, decision) {
      const undone = await transact(async (store) => {
        const done = await store.record.find(decision);
        if (done === null) throw new Problem("not-found", words.unknownDecision);
        return undoDecision(await undoBench(store, hands, { viewer, done }), decision);
      });
      // What a ban had hidden comes back a few notes at a time.
      if (undone.subject.kind === "member" && typeof undone.after.sanction === "string") {
        await runBatch({ transact, ...hands }, undone.after.sanction);
      }
      return { decision: undone.seq };
    },
  };
}

export type Hands = { readonly clock: () => number; readonly newId: () => string; readonly heed: Heed };

/** Whoever could decide so now may take it back. Throws Problem("not-found") and Problem("forbidden"). */
async function undoBench(
  store: Store,
  hands: Hands,
  { viewer, done }: { readonly viewer: Viewer; readonly done: ChainedEntry },
): Promise<Bench> {
  const { kind, id } = done.subject;
  if (kind === "rule" || isPolicy(done)) return benchOverRules(store, hands, viewer, done.group ?? "");
  switch (kind) {
    case "note":
      return (await sit(store, hands, { viewer, id, action: "annotation.restore" })).bench;
    case "thread":
      return (await sit(store, hands, { viewer, id, action: "thread.curate" })).bench;
    case "text": {
      const standing = await standingIn(store, { memberId: viewer.id, documentId: id, now: hands.clock() });
      if (standing === null) throw new Problem("not-found", words.unknownDecision);
      if (!can(standing.actor, "thread.curate", standing)) throw new Problem("forbidden", annotationWords.notForYou);
      return benchOf(store, hands, viewer, standing);
    }
    case "member": {
      const bench = await benchOverPerson(store, hands, { viewer, done });
      if (bench === null) throw new Problem("not-found", words.unknownDecision);
      return bench;
    }
    default:
      throw new Problem("not-found", words.unknownDecision);
  }
}

/** Throws Problem("not-found") for strangers, "forbidden" for who does not make the rules of that group. */
async function benchOverRules(
  store: Store,
  { clock, newId, heed }: Hands,
  viewer: Viewer,
  groupId: string,
): Promise<Bench> {
  const now = clock();
  const { actor } = await requireAction(store, { viewer, groupId, now }, "rules.edit");
  const by = { member: viewer.id, seat: "", now };
  return {
    ...{ store, now, newId, heed: (event: NoteEvent) => heed(store, event, by) },
    judge: { id: viewer.id, role: actor.role ?? "" },
  };
}

function benchOf(store: Store, { clock, newId, heed }: Hands, viewer: Viewer, { actor, rooms }: Standing): Bench {
  const now = clock();
  const by = { member: viewer.id, seat: rooms[0]?.seat ?? "", now };
  return {
    store,
    now,
    newId,
    heed: (event) => heed(store, event, by),
    judge: { id: viewer.id, role: actor.role ?? "" },
  };
}

/** What a decision of the viewer about that note needs. Throws Problem("not-found") and Problem("forbidden"). */
export async function sit(
  store: Store,
  hands: Hands,
  {
    viewer,
    id,
    action,
  }: { readonly viewer: Viewer; readonly id: string; readonly action: ReturnType<typeof actionFor> | "thread.curate" },
): Promise<{ readonly bench: Bench; readonly note: NoteRow }> {
  const now = hands.clock();
  const note = await store.annotations.find(id);
  const standing = note && (await standingIn(store, { memberId: viewer.id, documentId: note.document, now }));
  if (note === null || standing === null || (await sightIn(store, standing, note)) === "nothing") {
    throw new Problem("not-found", annotationWords.unknownNote);
  }
  const { actor, group, document } = standing;
  const creatorRole = await store.access.roleIn(note.document, note.creator);
  if (!can(actor, action, { group, document, annotation: { creator: note.creator, creatorRole } })) {
    throw new Problem("forbidden", annotationWords.notForYou);
  }
  return { bench: benchOf(store, hands, viewer, standing), note };
}
