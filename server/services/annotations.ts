/** Commands on notes: authorise, decide, store, project; what others see of it goes out after the commit. */
import type { AnnotationService } from "#app/context/reading.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { carryTarget } from "#app/domain/annotation/carry.ts";
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import { rulesWords } from "#app/words/rules.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store, Transact } from "#db/store.ts";
import { anchor } from "./annotations/anchor.ts";
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
import type { Findings, Gate } from "./moderation/gate.ts";
import { refusalOfText } from "./moderation/refusal.ts";
import { settleTarget } from "./moderation/settle.ts";
import { problemOf, Stale, Stopped } from "./moderation/verdict.ts";
import type { Edits, EditsFrom } from "./revisions/edits.ts";
import { type Standing, standingIn } from "./rights.ts";
import { eraseSummariesCiting } from "./summaries.ts";

/** Rules that change this often while somebody posts are being edited in a row; the client tries again by itself. */
const MOST_BEGINNINGS = 3;

/** The service over one writer. `clock` in milliseconds since 1970, `newId` a ULID. */
export function makeAnnotationService({
  read,
  transact,
  clock,
  newId,
  gate,
  edits,
  ownHost = "",
  heed = async () => {},
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Looks at words before they are published. */
  readonly gate: Pick<Gate, "examine">;
  /** Brings what was written on an older revision into the newest. */
  readonly edits: Edits;
  /** Host of this site: links to it are no links outside. */
  readonly ownHost?: string;
  /** Told of every command inside its transaction; nobody by default. */
  readonly heed?: Heed;
}): AnnotationService {
  const cache = makeTextCache();
  return {
    async run(viewer, untrusted) {
      const command = parse(untrusted);
      for (let beginnings = 1; ; beginnings += 1) {
        const findings = await gate.examine(viewer.id, command);
        const from = await editsFor(command);
        try {
          return await runOnce(viewer, command, { findings, from });
        } catch (error) {
          if (error instanceof Stopped) throw await keepAttempt(viewer, error);
          if (!(error instanceof Stale)) throw error;
          if (beginnings >= MOST_BEGINNINGS) throw new Problem("too-many", rulesWords.busy, { retryAfter: 1_000 });
        }
      }
    },
    history: (viewer, id) => history(read, { viewer, id, now: clock() }),
  };

  /** What leads from the revision that somebody had before them to the one that is read now. */
  async function editsFor(command: AnnotationCommand): Promise<EditsFrom> {
    const sources = sourcesNamed(command);
    const document = sources.length === 0 ? null : await read.documents.find(command.document);
    const older = sources.filter((source) => source !== document?.revisionId);
    if (document === null || older.length === 0) return new Map();
    return edits.to({ document: document.id, revision: document.revisionId }, older);
  }

  function runOnce(
    viewer: Viewer,
    command: AnnotationCommand,
    { findings, from }: { readonly findings: Findings | null; readonly from: EditsFrom },
  ): Promise<CommandResult> {
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
        findings,
        ownHost,
        heed: (event) => heed(store, event, { member: viewer.id, seat: seatBeside(standing, event.note), now }),
        async placeTarget(source, span, exact) {
          const target = await placeTarget(store, cache, { document: command.document, source, span, exact });
          if (source === standing.document.revisionId) return target;
          // A revision that was published in this moment: looked at once more.
          if (from.get(source)?.to !== standing.document.revisionId) throw new Stale();
          return carryTarget(target, (one) => from.get(one) ?? null);
        },
      };
      return perform(turn, command);
    });
  }

  /** What was not taken is counted, without its words. */
  async function keepAttempt(viewer: Viewer, { verdict, attempt }: Stopped): Promise<Problem> {
    const { group, note, hash } = attempt;
    const hits = verdict.hits.map(({ rule, version, failed }) => ({ rule, version, failed }));
    const outcome = verdict.kind === "nudged" ? "nudged" : "refused";
    await transact((store) =>
      store.ruleHits.attempt({
        ...{ id: newId(), groupId: group, memberId: viewer.id, noteId: note, outcome, hash, hits, at: clock() },
      }),
    );
    return problemOf(verdict);
  }
}

/** The seat of who acts, among those who read the note: where a pseudonym holds, no other seat may say who it was. */
function seatBeside({ rooms }: Standing, { placements }: NoteRow): string {
  const room = rooms.find(({ audience }) => placements.some((placed) => placed.audience === audience));
  return (room ?? rooms[0])?.seat ?? "";
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
    await eraseSummariesCiting(store, id);
    await store.tags.setOfNote(id, []);
    await store.threads.mention(id, []);
    await store.annotations.update(id, { status: "redacted", priorStatus: null, deletedAt: now });
    await reproject(store, id);
    await settleTarget({ store, now }, { kind: "note", id }, { verb: "delete", seq: 0 });
  }
}

function sourcesNamed(command: AnnotationCommand): readonly string[] {
  if (command.verb === "anchor") return [command.target.source];
  if (command.verb !== "publish") return [];
  return [command.target, ...(command.more ?? [])].flatMap((target) => target?.source ?? []);
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
    case "anchor":
      return anchor(turn, command);
  }
}
