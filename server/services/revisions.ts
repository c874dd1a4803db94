/** Texts change under their notes: editing, what changed, and notes that lost their place. */
import type { EditedPiece, RevisionService, TextRevision } from "#app/context/revisions.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { isAdrift } from "#app/domain/annotation/annotation.ts";
import { carryOffset, carrySpan } from "#app/domain/annotation/carry.ts";
import { changedParagraphs } from "#app/domain/document/changed-paragraphs.ts";
import type { Piece, PieceChoices, RevisionContent } from "#app/domain/document/document.ts";
import type { Profile } from "#app/domain/member/member.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { documentWords } from "#app/words/documents.ts";
import { revisionWords as words } from "#app/words/revisions.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { RevisionRow } from "#db/repositories/revisions.ts";
import type { Store, Transact } from "#db/store.ts";
import { oneLine } from "./documents/meta.ts";
import { adriftNotes } from "./revisions/adrift.ts";
import { carryLeft } from "./revisions/carry-notes.ts";
import type { Edits } from "./revisions/edits.ts";
import { publishRevision } from "./revisions/publish.ts";
import { type Standing, standingIn } from "./rights.ts";

export type RevisionParts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly edits: Edits;
  /** Makes a revision off the event loop. */
  readonly build: (pieces: readonly Piece[], choices: PieceChoices) => Promise<RevisionContent>;
};

/** Code units of what an author says of a change. */
const MAX_REMARK = 300;
/** Pieces as they came, and nothing left out. */
const asTheyAre: PieceChoices = { labels: {}, leftOut: [] };

/** What other parts of the server ask for. */
export type RevisionHands = {
  /** Publishes words that were imported. */
  readonly replace: (viewer: Viewer, documentId: string, content: RevisionContent) => Promise<{ readonly n: number }>;
  /** Carries on where a stop cut notes off. */
  readonly finish: () => Promise<void>;
};

export function makeRevisionService(parts: RevisionParts): RevisionService & RevisionHands {
  const { read, clock, build, edits } = parts;

  const admit = async (viewer: Viewer, documentId: string) => {
    const standing = await standingIn(read, { memberId: viewer.id, documentId, now: clock() });
    const document = standing && (await read.documents.find(documentId));
    if (standing === null || document === null) throw new Problem("not-found", documentWords.unknownText);
    return { standing, document };
  };
  const admitEditor = async (viewer: Viewer, documentId: string) => {
    const admitted = await admit(viewer, documentId);
    if (!mayEdit(admitted.standing)) throw new Problem("forbidden", documentWords.notForYou);
    return admitted;
  };

  const namedText = async ({ id, title, groupId, language, dir }: DocumentRow) => {
    const groupName = (await read.groups.byId(groupId))?.name ?? "";
    return { id, title, groupId, groupName, language, dir };
  };

  return {
    async edit(viewer, documentId) {
      const { document } = await admitEditor(viewer, documentId);
      const { id, revisionId } = document;
      const [html, revision] = [await read.documents.html(revisionId), await read.documents.text(id, revisionId)];
      if (html === null || revision === null) throw new Error(`Text ${id} has no revision ${revisionId}.`);
      const states = Object.values(await read.revisions.states(id));
      const notes = states.reduce((sum, n) => sum + n, 0);
      return { ...(await namedText(document)), html, notes, revision: { id: revisionId, n: revision.n } };
    },

    async publish(viewer, documentId, { base, pieces, remark }) {
      await admitEditor(viewer, documentId);
      const said = oneLine(remark);
      if (said.length > MAX_REMARK) {
        throw new Problem("invalid", words.remarkTooLong(MAX_REMARK), {
          fields: { remark: words.remarkTooLong(MAX_REMARK) },
        });
      }
      const content = await build(piecesOf(pieces), asTheyAre);
      return publishRevision(parts, viewer, { documentId, base, content, remark: said, restores: null });
    },

    async replace(viewer, documentId, content) {
      const { document } = await admitEditor(viewer, documentId);
      const base = document.revisionId;
      return publishRevision(parts, viewer, { documentId, base, content, remark: "", restores: null });
    },

    async restore(viewer, documentId, { base, n }) {
      await admitEditor(viewer, documentId);
      const revision = await read.revisions.find(documentId, n);
      const content = revision && (await read.documents.content(revision.id));
      if (content === null) throw new Problem("not-found", words.unknownRevision);
      return publishRevision(parts, viewer, { documentId, base, content, remark: "", restores: n });
    },

    async list(viewer, documentId) {
      const { standing, document } = await admit(viewer, documentId);
      const rows = await read.revisions.list(document.id);
      const people = await read.members.profiles(rows.map(({ createdBy }) => createdBy));
      const adrift = (await adriftNotes(parts, viewer, { standing, document })).length;
      return {
        text: await namedText(document),
        base: document.revisionId,
        revisions: rows.map((row) => shown(row, people)),
        mayEdit: mayEdit(standing),
        adrift,
      };
    },

    async changes(viewer, documentId, n) {
      const { document } = await admit(viewer, documentId);
      const [revision, before] = [
        await read.revisions.find(documentId, n),
        await read.revisions.find(documentId, n - 1),
      ];
      if (revision === null) throw new Problem("not-found", words.unknownRevision);
      const people = await read.members.profiles([revision.createdBy]);
      const changes = before === null ? [] : changedParagraphs(before.text, revision.text);
      return { ...shown(revision, people), text: await namedText(document), changes };
    },

    async follow(viewer, documentId, { source, spans, places }) {
      const { document } = await admit(viewer, documentId);
      const goal = { document: document.id, revision: document.revisionId };
      const edit = (await edits.to(goal, [source])).get(source);
      if (!edit) throw new Problem("not-found", words.unknownRevision);
      return {
        spans: spans.map((span) => {
          const carried = carrySpan(edit, span);
          return isAdrift(carried) ? carried.guess : carried.span;
        }),
        places: places.map((place) => carryOffset(edit.script, place)),
      };
    },

    async adrift(viewer, documentId) {
      const admitted = await admit(viewer, documentId);
      const { document } = admitted;
      const notes = await adriftNotes(parts, viewer, admitted);
      return { text: await namedText(document), revision: document.revisionId, notes };
    },

    async finish() {
      for (const documentId of await read.revisions.behind()) await carryLeft(parts, documentId);
    },
  };
}

export type Admitted = { readonly standing: Standing; readonly document: DocumentRow };

function mayEdit({ actor, group, document }: Standing): boolean {
  return can(actor, "document.edit", { group, document });
}

function shown(
  { n, createdBy, createdAt: at, remark, restores, carried }: RevisionRow,
  people: ReadonlyMap<string, Profile>,
): TextRevision {
  return { n, at, by: people.get(createdBy) ?? null, remark, restores, carried };
}

function piecesOf(pieces: readonly EditedPiece[]): readonly Piece[] {
  return pieces.map(({ label, html }, id) => ({ id, label, html, clutter: null, text: "" }));
}
