/** Shared pages: the log of each applies as a whole, makes a page of the right shape, and begins with its newest version. */
import type { Node } from "prosemirror-model";
import { yXmlFragmentToProsemirrorJSON } from "y-prosemirror";
import * as Y from "yjs";
import { pageSchema } from "#app/rooms/page-schema.ts";
import { PAGE } from "#app/rooms/shared-page.ts";
import type { Connection } from "#db/client.ts";

type PageRow = Readonly<Record<"document" | "audience", string>>;
type UpdateRow = { readonly seq: number; readonly update: Uint8Array; readonly createdAt: number };
type VersionRow = { readonly id: string; readonly page: string; readonly createdAt: number };

/** Holds one page in memory at a time. */
export function* pageFindings({ sqlite }: Connection): Generator<string> {
  const pages = sqlite.prepare<[], PageRow>(
    `SELECT document_id AS document, audience_id AS audience FROM shared_note_updates
     UNION SELECT document_id, audience_id FROM shared_note_versions ORDER BY 1, 2`,
  );
  const updates = sqlite.prepare<[string, string], UpdateRow>(
    `SELECT seq, "update", created_at AS createdAt FROM shared_note_updates
     WHERE document_id = ? AND audience_id = ? ORDER BY seq`,
  );
  const versions = sqlite.prepare<[string, string], VersionRow>(
    `SELECT id, page, created_at AS createdAt FROM shared_note_versions
     WHERE document_id = ? AND audience_id = ? ORDER BY created_at DESC, id DESC`,
  );
  for (const { document, audience } of pages.all()) {
    const name = `The shared page of text ${document} in audience ${audience}`;
    let newest: (VersionRow & { readonly node: Node | null }) | null = null;
    for (const version of versions.iterate(document, audience)) {
      const node = shaped(() => JSON.parse(version.page));
      if (node === null) yield `${name}: version ${version.id} is no page.`;
      newest ??= { ...version, node };
    }
    yield* logFindings(name, updates.all(document, audience), newest);
  }
}

/** A version is kept in the transaction that makes the log before it one row, so that it can be held against that row. */
function* logFindings(
  name: string,
  rows: readonly UpdateRow[],
  newest: (VersionRow & { readonly node: Node | null }) | null,
): Generator<string> {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment(PAGE);
  for (const [n, { seq, update, createdAt }] of rows.entries()) {
    try {
      Y.applyUpdate(doc, update);
    } catch {
      yield `${name}: row ${seq} of its log cannot be read.`;
      return;
    }
    if (n > 0 || newest === null) continue;
    if (createdAt !== newest.createdAt) yield `${name}: its log does not begin with version ${newest.id}.`;
    else if (newest.node !== null && !pageIn(fragment)?.eq(newest.node))
      yield `${name}: its log says otherwise than version ${newest.id}.`;
  }
  if (rows.length === 0 && newest !== null) yield `${name} has versions, but no log.`;
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) yield `${name}: its log has holes.`;
  else if (pageIn(fragment) === null) yield `${name}: its log makes no page.`;
}

function pageIn(fragment: Y.XmlFragment): Node | null {
  return shaped(() => yXmlFragmentToProsemirrorJSON(fragment));
}

/** The page as its schema has it, null for what is none. An empty one is `{type: "doc", content: []}` to both sides. */
function shaped(read: () => unknown): Node | null {
  try {
    const node = pageSchema.nodeFromJSON(read());
    node.descendants((child) => child.check());
    return node;
  } catch {
    return null;
  }
}
