/** What the reading page asks: the text, its seats, its notes without JavaScript, and where addresses lead. */
import type { NoteAddress, ReadingAbility, ReadingPage, ReadingService, RosterSeat } from "#app/context/reading.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import type { AudienceKind } from "#app/domain/audience/audience.ts";
import type { Block } from "#app/domain/document/document.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { abilities } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { Store, Transact } from "#db/store.ts";
import { refusalOfText } from "./moderation/refusal.ts";
import { waitingFor } from "./moderation/waiting-for.ts";
import { roomsOf } from "./reading/cohorts.ts";
import { listNotes } from "./reading/listed-notes.ts";
import { type Standing, sightFor, standingIn } from "./rights.ts";
import { rosterFor } from "./veil.ts";
import { groupKinds, listedTags } from "./vocabulary.ts";

/** What the page may offer. */
const offered = [
  "annotation.publish",
  "annotation.anchor",
  "annotation.react",
  "annotation.answer",
  "annotation.endorse",
  "annotation.replyPrivately",
  "annotation.hide",
  "document.edit",
  "thread.curate",
  "class.lead",
] as const satisfies readonly ReadingAbility[];

/** The service; `read` is the store of the read-only connection, `clock` in milliseconds since 1970. */
export function makeReadingService({
  read,
  transact,
  clock,
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
}): ReadingService {
  const enter = (store: Store, viewer: Viewer, documentId: string) => admit(store, viewer, documentId, clock());
  return {
    async open(viewer, documentId) {
      const { standing, document } = await enter(read, viewer, documentId);
      return openPage(read, { standing, document, now: clock() });
    },
    async article(viewer, documentId) {
      const { document } = await enter(read, viewer, documentId);
      const html = await read.documents.html(document.revisionId);
      if (html === null) throw new Error(`Text ${documentId} has no revision ${document.revisionId}.`);
      return { html };
    },
    async notes(viewer, documentId, page) {
      const { standing } = await enter(read, viewer, documentId);
      return listNotes(read, standing, page);
    },
    async seats(viewer, documentId) {
      const { standing } = await enter(read, viewer, documentId);
      return seatsOf(read, standing);
    },
    async rooms(viewer, documentId) {
      const { standing } = await enter(read, viewer, documentId);
      return roomsOf(read, standing);
    },
    async find(viewer, annotationId) {
      const note = await read.annotations.find(annotationId);
      if (note === null) throw new Problem("not-found", words.unknownNote);
      const standing = await standingIn(read, { memberId: viewer.id, documentId: note.document, now: clock() });
      const address = standing === null ? null : await addressOf(read, standing, note.id);
      if (address === null) throw new Problem("not-found", words.unknownNote);
      return address;
    },
    async seen(viewer, documentId, { block }) {
      if (!Number.isSafeInteger(block) || block < 1) throw new Problem("invalid", words.malformed);
      await transact(async (store) => {
        await enter(store, viewer, documentId);
        await store.seen.putPlace(viewer.id, documentId, block);
      });
    },
  };
}

async function admit(
  store: Store,
  viewer: Viewer,
  documentId: string,
  now: number,
): Promise<{ readonly standing: Standing; readonly document: DocumentRow }> {
  const standing = await standingIn(store, { memberId: viewer.id, documentId, now });
  const document = standing === null ? null : await store.documents.find(documentId);
  if (standing === null) {
    throw (await refusalOfText(store, viewer.id, documentId, now)) ?? new Problem("not-found", words.unknownText);
  }
  if (document === null) throw new Problem("not-found", words.unknownText);
  return { standing, document };
}

type Opened = { readonly standing: Standing; readonly document: DocumentRow; readonly now: number };

async function openPage(read: Store, { standing, document, now }: Opened): Promise<ReadingPage> {
  const { actor, group } = standing;
  const [revision, blocks, known, groupRow] = [
    await read.documents.text(document.id, document.revisionId),
    await read.documents.blocks(document.revisionId),
    await read.seen.find(actor.id, document.id),
    await read.groups.byId(group.id),
  ];
  if (revision === null) throw new Error(`Text ${document.id} has no revision ${document.revisionId}.`);
  const { id, title, author, source, published, licence, rights, language, dir, format, createdAt } = document;
  const { archivedAt, deleteAfter } = document;
  // Asked for a note of somebody without a role: whether this page may offer to hide anything at all.
  const annotation = { creator: "", creatorRole: null };
  const seats = await seatsOf(read, standing);
  return {
    document: {
      id,
      title,
      author,
      source,
      published,
      licence,
      rights,
      language,
      dir,
      words: document.words,
      format,
      createdAt,
      archivedAt,
      deleteAfter,
    },
    group: { id: group.id, name: group.name, colourNames: groupRow?.colourNames ?? {} },
    tags: await listedTags(read, group.id),
    kinds: await groupKinds(read, group.id),
    revision: { id: document.revisionId, n: revision.n },
    blocks,
    contents: contentsOf(blocks, revision.text),
    ...(await roomsOf(read, standing)),
    seats,
    ignored: await ignoredSeats(read, actor.id, seats),
    role: standing.role,
    curation: await read.curation.text(document.id),
    abilities: abilities(actor, offered, { group, document: standing.document, annotation }),
    waiting: await waitingFor(read, standing, now),
    seenAt: known?.seenAt ?? 0,
    read: await read.reads.threads(actor.id, document.id),
    levels: await read.follows.threads(actor.id, document.id),
    block: known?.block ?? 1,
  };
}

function contentsOf(blocks: readonly Block[], text: string): ReadingPage["contents"] {
  return blocks.flatMap(({ n, kind, level, start, end }) =>
    kind === "heading" && level !== null ? [{ n, level, title: text.slice(start, end), start }] : [],
  );
}

const roomsByKind = {
  ...{ group: "reading", section: "among", cohort: "among", staff: "staff", desk: "desk" },
} as const satisfies Readonly<Record<AudienceKind, RosterSeat["room"]>>;

/** Everybody whose seat can stand in a room that is open to the viewer, those who left included, and oneself behind gates. */
async function seatsOf(read: Store, { actor, rooms, shut }: Standing): Promise<readonly RosterSeat[]> {
  const kinds = new Map(rooms.map(({ audience, kind }) => [audience, kind]));
  const rows = await rosterFor(read, actor, [...kinds.keys()]);
  const behind = shut.length === 0 ? [] : await ownSeatsIn(read, actor, shut);
  return [...rows, ...behind].map((seat) => ({ ...seat, room: roomsByKind[kinds.get(seat.audience) ?? "cohort"] }));
}

async function ownSeatsIn(read: Store, { id, role }: Standing["actor"], shut: Standing["shut"]) {
  const audiences = shut.map(({ audience }) => audience);
  return (await rosterFor(read, { id, role }, audiences)).filter((seat) => seat.id === id);
}

/** Seats of people whom the viewer ignores; what staff writes is always to be read. */
async function ignoredSeats(read: Store, memberId: string, seats: readonly RosterSeat[]): Promise<readonly string[]> {
  const ignored = await read.ignores.ids(memberId);
  if (ignored.size === 0) return [];
  const isStaffHere = (role: RosterSeat["role"]) => role !== null && isStaff(role);
  return seats.filter(({ id, role }) => ignored.has(id) && !isStaffHere(role)).map(({ seat }) => seat);
}

/** Null where the viewer must not know that there is such a note. */
async function addressOf(read: Store, standing: Standing, id: string): Promise<NoteAddress | null> {
  const note = await read.annotations.find(id);
  const isPlacedHere = note?.placements.some(({ audience }) =>
    standing.rooms.some((room) => room.audience === audience),
  );
  if (note === null || !isPlacedHere) return null;
  const document = note.document;
  if (sightFor(standing, note, await read.annotations.answersTo(note)) === "body") {
    return { kind: "here", document, note: id, root: note.root };
  }
  switch (note.status) {
    case "hidden":
    case "removed":
      return { kind: "hidden", document };
    case "deleted":
    case "redacted":
      return wasNeverSeen(note.priorStatus) ? null : { kind: "deleted", document };
    default:
      return null;
  }
}

/** True for a note that its author deleted before anybody else had seen it. */
function wasNeverSeen(prior: AnnotationStatus | null): boolean {
  return prior === "draft" || prior === "held" || prior === "spam";
}
