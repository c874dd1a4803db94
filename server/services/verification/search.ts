import type { Connection } from "#db/client.ts";

type IndexRow = { readonly annotation: string; readonly audience: string; readonly body: string | null };

/** What the index should hold: bodies of published notes, once for each placement. */
const wanted = `
  SELECT a.id AS annotation, p.audience_id AS audience, a.document_id AS document,
    (SELECT r.body FROM annotation_revisions r WHERE r.annotation_id = a.id ORDER BY r.n DESC LIMIT 1) AS body
  FROM annotations a JOIN placements p ON p.annotation_id = a.id WHERE a.status = 'published'`;

const missing = `
  SELECT annotation, audience, body FROM (${wanted}) WHERE body <> ''
  EXCEPT SELECT annotation, audience, body FROM published_bodies`;
const extra = `
  SELECT annotation, audience, body FROM published_bodies
  EXCEPT SELECT annotation, audience, body FROM (${wanted}) WHERE body <> ''`;
const misfiled = `
  SELECT b.annotation, b.audience, NULL AS body FROM published_bodies b
  JOIN annotations a ON a.id = b.annotation WHERE a.document_id <> b.document
  UNION ALL SELECT annotation, audience, NULL FROM published_bodies GROUP BY annotation, audience HAVING count(*) > 1`;

/** Search against tables. SQLite sorts on disk, so that a large site needs no more memory than a small one. */
export function* searchFindings({ sqlite }: Connection): Generator<string> {
  const rows = (sql: string) => sqlite.prepare<[], IndexRow>(sql).all();
  for (const { annotation, audience } of rows(missing))
    yield `Search does not know note ${annotation} in audience ${audience}.`;
  for (const { annotation, audience } of rows(extra))
    yield `Search knows words of note ${annotation} in audience ${audience} that are not there.`;
  for (const { annotation } of rows(misfiled)) yield `Search holds note ${annotation} twice, or under another text.`;
}
