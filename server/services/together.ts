/** The page that a group writes together: what it holds, what can be quoted on it, and its versions. */
import type { PageOf, TogetherService } from "#app/context/together.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { PageNode } from "#app/domain/page/page.ts";
import { MAX_QUOTE } from "#app/domain/page/shape.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { roomName } from "#app/rooms/names.ts";
import { PAGE_EPOCH } from "#app/rooms/shared-page.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { togetherWords as words } from "#app/words/together.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { PageKey } from "#db/repositories/shared-notes.ts";
import type { Store } from "#db/store.ts";
import { type OpenRoom, type Standing, standingIn } from "./rights.ts";
import { citedThreads } from "./shared-notes/cited.ts";
import { rosterFor } from "./veil.ts";

type PageAddress = { readonly document: string; readonly audience: string };

/** The pages as they are written now; the realtime rooms are one. */
export type LivePages = {
  read(page: PageAddress): Promise<PageNode>;
  restore(page: PageAddress, change: { readonly member: string; readonly content: PageNode }): Promise<void>;
};

type Entered = {
  readonly standing: Standing;
  readonly document: DocumentRow;
  readonly room: OpenRoom;
  readonly page: PageAddress;
  readonly key: PageKey;
};

/** Versions that a page lists; more are kept, and found by their address. */
const LISTED = 200;

/** The service; `pages` are asked and never the tables, since only they know what is being committed. */
export function makeTogetherService({
  read,
  clock,
  pages,
}: {
  readonly read: Store;
  readonly clock: () => number;
  readonly pages: () => LivePages;
}): TogetherService {
  const enter = async (viewer: Viewer, { text: documentId, among }: PageOf): Promise<Entered> => {
    const standing = await standingIn(read, { memberId: viewer.id, documentId, now: clock() });
    const document = standing === null ? null : await read.documents.find(documentId);
    const room = standing?.rooms.find(({ kind }) => kind === among);
    if (standing !== null && document !== null && room === undefined && among === "staff") {
      throw new Problem("forbidden", words.forStaff);
    }
    if (standing === null || document === null || room === undefined) {
      throw new Problem("not-found", annotationWords.unknownText);
    }
    const page = { document: documentId, audience: room.audience };
    return { standing, document, room, page, key: { documentId, audienceId: room.audience } };
  };
  const find = async ({ key }: Entered, id: string) => {
    const version = await read.sharedNotes.version(key, id);
    if (version === null) throw new Problem("not-found", words.unknownVersion);
    return version;
  };

  return {
    async open(viewer, of) {
      const { standing, document, room, page } = await enter(viewer, of);
      const { id, title, language, dir, archivedAt, deleteAfter } = document;
      const roster = await rosterFor(read, standing.actor, [room.audience]);
      return {
        document: { id, title, language, dir, archivedAt, deleteAfter },
        among: of.among,
        group: standing.group,
        room: roomName({ kind: "notes", ...page }),
        epoch: PAGE_EPOCH,
        ownSeat: room.seat,
        seats: roster.map((seat) => ({
          ...seat,
          room: of.among === "staff" ? "staff" : "reading",
        })),
        mayWrite: can(standing.actor, "page.write", standing),
        content: await pages().read(page),
      };
    },
    async passages(viewer, documentId) {
      const { document } = await enter(viewer, { text: documentId, among: "group" });
      const [revision, blocks] = [
        await read.documents.text(document.id, document.revisionId),
        await read.documents.blocks(document.revisionId),
      ];
      const text = revision?.text ?? "";
      return blocks.flatMap(({ number, start, end }) =>
        number === null ? [] : [{ n: number, exact: text.slice(start, Math.min(end, start + MAX_QUOTE)) }],
      );
    },
    async cited(viewer, notes) {
      return citedThreads(read, { member: viewer.id, now: clock() }, notes);
    },
    async versions(viewer, of) {
      const { key } = await enter(viewer, of);
      return read.sharedNotes.versions(key, LISTED);
    },
    async version(viewer, of, versionId) {
      const { page: content, ...version } = await find(await enter(viewer, of), versionId);
      return { ...version, content };
    },
    async restore(viewer, of, versionId) {
      const entered = await enter(viewer, of);
      const { page: content } = await find(entered, versionId);
      const { standing, page } = entered;
      if (!can(standing.actor, "page.write", standing)) throw new Problem("forbidden", words.notAllowed);
      await pages().restore(page, { member: viewer.id, content });
    },
  };
}
