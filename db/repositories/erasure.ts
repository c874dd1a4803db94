/** Taking a text out of the database with all that hangs on it, in steps that leave the writer to others in between. */
import { roomKinds, roomName } from "#app/rooms/names.ts";
import type { Db } from "#db/client.ts";

/** Verbs that remove for good. */
export function erasureRepository(db: Db) {
  const sqlite = db.$client;
  const found = (rows: string, index: string) => {
    const some = `(SELECT id FROM ${rows} WHERE document_id = ? ORDER BY id LIMIT ?)`;
    const words = sqlite.prepare<[string, number]>(`DELETE FROM ${index} WHERE rowid IN ${some}`);
    const known = sqlite.prepare<[string, number]>(`DELETE FROM ${rows} WHERE id IN ${some}`);
    return (documentId: string, limit: number): number => {
      words.run(documentId, limit);
      return known.run(documentId, limit).changes;
    };
  };
  const searchNotes = found("search_notes", "note_words");
  const searchBlocks = found("search_blocks", "block_words");
  const notes = sqlite.prepare<[string, number]>(
    "DELETE FROM annotations WHERE id IN (SELECT id FROM annotations WHERE document_id = ? LIMIT ?)",
  );
  const rows = sqlite.prepare<[string, string, number]>(
    "DELETE FROM changes WHERE rowid IN (SELECT rowid FROM changes WHERE room > ? AND room < ? LIMIT ?)",
  );
  const snapshots = sqlite.prepare<[string, string]>("DELETE FROM snapshots WHERE room > ? AND room < ?");
  const rooms = sqlite.prepare<[string, string]>("DELETE FROM rooms WHERE name > ? AND name < ?");
  const queueRows = sqlite.prepare<[string, number]>(
    "DELETE FROM changes WHERE rowid IN (SELECT rowid FROM changes WHERE room = ? LIMIT ?)",
  );
  const queueHead = ["DELETE FROM snapshots WHERE room = ?", "DELETE FROM rooms WHERE name = ?"].map((statement) =>
    sqlite.prepare<[string]>(statement),
  );
  const pages = sqlite.prepare<[string, number]>(
    "DELETE FROM shared_note_updates WHERE rowid IN (SELECT rowid FROM shared_note_updates WHERE document_id = ? LIMIT ?)",
  );
  const text = sqlite.prepare<[string]>("DELETE FROM documents WHERE id = ?");

  return {
    /**
     * Removes at most about `limit` rows of the document: search index, notes, shared page, feed; the document itself last. Resolves
     * with true once nothing is left; until then call it again.
     */
    async document(documentId: string, limit: number): Promise<boolean> {
      if (searchNotes(documentId, limit) > 0 || searchBlocks(documentId, limit) > 0) return false;
      if (notes.run(documentId, limit).changes > 0) return false;
      if (pages.run(documentId, limit).changes > 0) return false;
      for (const kind of roomKinds) {
        const [after, before] = namesOf(kind, documentId);
        if (rows.run(after, before, limit).changes > 0) return false;
        snapshots.run(after, before);
        rooms.run(after, before);
      }
      text.run(documentId);
      return true;
    },

    /** Removes at most `limit` rows of the room of a group's moderators; true while there may be more. */
    async queueRoom(groupId: string, limit: number): Promise<boolean> {
      const room = roomName({ kind: "queue", group: groupId });
      if (queueRows.run(room, limit).changes === limit) return true;
      for (const statement of queueHead) statement.run(room);
      return false;
    },
  };
}

/** Bounds around the names of a document's rooms of one kind; "0" is the character after "/". */
function namesOf(kind: string, documentId: string): readonly [after: string, before: string] {
  return [`${kind}/${documentId}/`, `${kind}/${documentId}0`];
}
