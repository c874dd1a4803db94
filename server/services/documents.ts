/** The library of a group, and the way of a text into it and out again. */
import type { DocumentService } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { DELETION_GRACE } from "#app/domain/group/group.ts";
import { type Action, can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { documentWords as words } from "#app/words/documents.ts";
import type { DocumentPatch } from "#db/repositories/documents.ts";
import type { Store } from "#db/store.ts";
import { addText } from "./documents/adding.ts";
import { libraryOf } from "./documents/library.ts";
import { checkMeta, checkTitle, metaOf } from "./documents/meta.ts";
import type { ImportParts } from "./documents/proposals.ts";
import { proposeText } from "./documents/proposing.ts";
import { storageFor } from "./documents/storage.ts";
import { cancelImport, previewImport, progressOf } from "./documents/waiting.ts";
import { standingIn, standingInGroup } from "./rights.ts";

export type DocumentDependencies = ImportParts & {
  /** Ids of the members who have the text open now. */
  readonly readersOf: (documentId: string) => readonly string[];
};

/** The service; see `DocumentService` for what each verb promises. */
export function makeDocumentService(parts: DocumentDependencies): DocumentService {
  const { read, transact, clock, readersOf } = parts;

  /** Throws when the viewer may not do that to the text. */
  const demand = async (store: Store, viewer: Viewer, documentId: string, action: Action) => {
    const standing = await standingIn(store, { memberId: viewer.id, documentId, now: clock() });
    if (standing === null) throw new Problem("not-found", words.unknownText);
    const { actor, group, document } = standing;
    if (!can(actor, action, { group, document })) throw new Problem("forbidden", words.notForYou);
  };

  /** Changes a text in one transaction, for those who may. */
  const change = (viewer: Viewer, documentId: string, action: Action, patch: (now: number) => DocumentPatch) =>
    transact(async (store) => {
      const now = clock();
      await demand(store, viewer, documentId, action);
      await store.documents.update(documentId, patch(now));
      // Whether a text takes notes is part of the rights of everybody who has it open.
      if (action !== "document.edit") store.effect({ kind: "rights", documents: [documentId] });
    });

  return {
    async library(viewer, groupId) {
      const now = clock();
      const standing = await standingInGroup(read, { memberId: viewer.id, groupId, now });
      if (standing === null) throw new Problem("not-found", words.unknownGroup);
      return libraryOf(read, standing, { now, readersOf });
    },

    propose: (viewer, groupId, input, revises = null) => proposeText(parts, viewer, { groupId, input, revises }),
    storage: (viewer, groupId) => storageFor(parts, viewer, groupId),
    preview: (viewer, importId) => previewImport(parts, viewer, importId),
    progress: (viewer, importId) => progressOf(parts, viewer, importId),
    cancel: (viewer, importId) => cancelImport(parts, viewer, importId),
    add: (viewer, importId, choices, meta) => addText(parts, viewer, { importId, choices, meta: checkMeta(meta) }),

    async details(viewer, documentId) {
      await demand(read, viewer, documentId, "document.edit");
      const document = await read.documents.find(documentId);
      if (document === null) throw new Problem("not-found", words.unknownText);
      return { ...metaOf(document), title: document.title, groupId: document.groupId };
    },

    async editMeta(viewer, documentId, input) {
      const patch = { ...checkMeta(input), title: checkTitle(input.title) };
      await change(viewer, documentId, "document.edit", () => patch);
    },

    async archive(viewer, documentId, archived) {
      await change(viewer, documentId, "document.archive", (now) => ({ archivedAt: archived ? now : null }));
    },

    async remove(viewer, documentId, wanted) {
      const patch = (now: number) => ({ deleteAfter: wanted ? now + DELETION_GRACE : null });
      await change(viewer, documentId, "document.delete", patch);
    },
  };
}
