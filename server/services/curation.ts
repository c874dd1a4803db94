/** Curation: who may, what changes, one row in the record, and everybody sees it. */
import type { CurationService } from "#app/context/curation.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { ArrangeCommand, CurationCommand, NoteCurationCommand } from "#app/domain/moderation/curation-command.ts";
import { type Action, can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { curationWords } from "#app/words/curation.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store, Transact } from "#db/store.ts";
import { sightIn } from "./annotations/turn.ts";
import { arrange } from "./moderation/arrange.ts";
import { type CurationHands, curateNote } from "./moderation/curate-note.ts";
import { curateText } from "./moderation/curate-text.ts";
import { refusalOf } from "./moderation/refusal.ts";
import { type Standing, standingIn } from "./rights.ts";

/** The service over one writer. `clock` in milliseconds since 1970, `newId` a ULID. */
export function makeCurationService({
  read,
  transact,
  clock,
  newId,
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
}): CurationService {
  return {
    run: (viewer, command) =>
      transact(async (store) => {
        const now = clock();
        const handsOf = (standing: Standing): CurationHands => ({
          ...{ store, now, newId },
          judge: { id: viewer.id, role: standing.actor.role ?? "" },
        });
        const entry = isAboutText(command)
          ? await curateText(handsOf(await standingAt(store, { viewer, document: command.id, now })), command)
          : await curateFor(store, handsOf, { viewer, command, now });
        return { decision: entry?.seq ?? null };
      }),
    async text(viewer, documentId) {
      const standing = await standingIn(read, { memberId: viewer.id, documentId, now: clock() });
      if (standing === null) throw new Problem("not-found", annotationWords.unknownText);
      return read.curation.text(documentId);
    },
    async texts(viewer, documentId) {
      const now = clock();
      const { group } = await standingAt(read, { viewer, document: documentId, now });
      const texts = (await read.documents.ofGroup(group.id)).filter(
        ({ archivedAt, deleteAfter }) => archivedAt === null && deleteAfter === null,
      );
      const isHere = ({ id }: { readonly id: string }) => id === documentId;
      return [...texts.filter(isHere), ...texts.filter((text) => !isHere(text))].map(({ id, title }) => ({
        id,
        title,
      }));
    },
  };
}

type Text = Extract<CurationCommand, { readonly verb: `text-${string}` }>;

function isAboutText(command: CurationCommand | ArrangeCommand): command is Text {
  return command.verb.startsWith("text-");
}

function isArranging(command: NoteCurationCommand | ArrangeCommand): command is ArrangeCommand {
  return ["split", "merge", "move", "lift"].includes(command.verb);
}

/** Throws Problem("not-found") for strangers and Problem("forbidden") for those who may not. */
async function standingAt(
  store: Store,
  { viewer, document, now }: { readonly viewer: Viewer; readonly document: string; readonly now: number },
): Promise<Standing> {
  const standing = await standingIn(store, { memberId: viewer.id, documentId: document, now });
  if (standing === null) throw new Problem("not-found", annotationWords.unknownText);
  demand(standing, "thread.curate", null);
  return standing;
}

async function curateFor(
  store: Store,
  handsOf: (standing: Standing) => CurationHands,
  {
    viewer,
    command,
    now,
  }: { readonly viewer: Viewer; readonly command: NoteCurationCommand | ArrangeCommand; readonly now: number },
) {
  const note = await store.annotations.find(command.id);
  const standing = note && (await standingIn(store, { memberId: viewer.id, documentId: note.document, now }));
  if (note === null || standing === null || (await sightIn(store, standing, note)) === "nothing") {
    throw new Problem("not-found", annotationWords.unknownNote);
  }
  const isResolving = command.verb === "resolve" || command.verb === "unresolve";
  demand(standing, isResolving ? "thread.resolve" : "thread.curate", note);
  if (!isArranging(command)) return curateNote(handsOf(standing), note, command);
  if (command.verb === "move") {
    const there = await standingAt(store, { viewer, document: command.text, now });
    if (there.group.id !== standing.group.id) throw new Problem("invalid", curationWords.otherGroup);
  }
  return arrange(handsOf(standing), note, command);
}

function demand(standing: Standing, action: Action, note: Pick<NoteRow, "creator" | "root"> | null): void {
  const { actor, group, document } = standing;
  const about = note === null ? {} : { thread: note.root, annotation: { creator: note.creator, creatorRole: null } };
  if (can(actor, action, { group, document, ...about })) return;
  const place = { group: group.id, document: document.id, thread: note?.root ?? null };
  throw refusalOf(standing, action, place) ?? new Problem("forbidden", annotationWords.notForYou);
}
