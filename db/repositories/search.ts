/** Full-text search over the bodies of published notes (FTS5; `published_bodies` of the second migration). */
import type { Profile } from "#app/domain/member/member.ts";
import type { StoredNote } from "#app/rooms/projection.ts";
import type { Db } from "#db/client.ts";

/** A published note that holds the words; `quote` is the passage of its thread, "" for the whole text. */
export type FoundNote = Profile & {
  readonly annotation: string;
  readonly document: string;
  readonly title: string;
  readonly created: number;
  /** Plain text around the words found. */
  readonly excerpt: string;
  readonly quote: string;
};

export type SearchScope = {
  readonly audiences: readonly string[];
  readonly limit: number;
  /** Texts whose grace period is over at that time (milliseconds) are not searched. */
  readonly now: number;
};

/** Words that a query is cut to; each one is a lookup. */
const MAX_TERMS = 12;
/** Tokens of an excerpt; FTS5 allows 64. */
const EXCERPT_TOKENS = 24;

/** Verbs over the index. Audience, document and annotation are part of every MATCH. */
export function searchRepository(db: Db) {
  const sqlite = db.$client;
  const insert = sqlite.prepare<[string, string, string, string]>(
    "INSERT INTO published_bodies (body, audience, document, annotation) VALUES (?, ?, ?, ?)",
  );
  const remove = sqlite.prepare<[string]>("DELETE FROM published_bodies WHERE published_bodies MATCH ?");
  const find = sqlite.prepare<[string, number, number], FoundNote>(
    `WITH found AS MATERIALIZED (
       SELECT annotation, snippet(published_bodies, 0, '', '', '…', ${EXCERPT_TOKENS}) AS excerpt
       FROM published_bodies WHERE published_bodies MATCH ?)
     SELECT a.id AS annotation, a.document_id AS document, d.title, a.created_at AS created,
       m.id, m.name, m.pronouns, m.hue, m.picture, min(b.excerpt) AS excerpt,
       coalesce(json_extract(t.target, '$.selector[1].exact'), '') AS quote
     FROM found b
     JOIN annotations a ON a.id = b.annotation
     JOIN annotations t ON t.id = a.root_id
     JOIN documents d ON d.id = a.document_id AND (d.delete_after IS NULL OR d.delete_after > ?)
     JOIN members m ON m.id = a.creator_id
     GROUP BY a.id ORDER BY a.created_at DESC, a.id DESC LIMIT ?`,
  );

  return {
    /**
     * Brings the index in step with the note: its body in each of its audiences while it is published, else nothing. A
     * note of version 1 was never indexed, and looking for it would make FTS5 write out what it holds in memory.
     */
    async index(note: StoredNote): Promise<void> {
      if (note.version > 1) remove.run(`annotation : ${quoted(note.id)}`);
      if (note.status !== "published" || note.body === "") return;
      for (const { audience } of note.placements) insert.run(note.body, audience, note.document, note.id);
    },

    /** Newest first. The query is words, not syntax: every operator in it is a word like others. */
    async find(query: string, scope: SearchScope): Promise<readonly FoundNote[]> {
      const words = wordsOf(query);
      if (words.length === 0 || scope.audiences.length === 0) return [];
      const audiences = scope.audiences.map(quoted).join(" OR ");
      return find.all(`audience : (${audiences}) AND body : (${words.join(" AND ")})`, scope.now, scope.limit);
    },
  };
}

/** Letters and digits only, as the tokenizer sees them; the last word matches from its beginning, as it is being typed. */
function wordsOf(query: string): readonly string[] {
  const words = query.normalize("NFC").match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
  return words.slice(0, MAX_TERMS).map((word, index, kept) => quoted(word) + (index === kept.length - 1 ? "*" : ""));
}

/** An FTS5 string: whatever stands in it is text (sqlite.org/fts5.html, §3.1). */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
