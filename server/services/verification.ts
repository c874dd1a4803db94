/** Does what is stored agree with itself: feed with tables, search with tables, shared pages with their versions, references, pages of the file. */
import type { Connection } from "#db/client.ts";
import { feedFindings } from "./verification/feed.ts";
import { inboxFindings } from "./verification/inbox.ts";
import { pageFindings } from "./verification/pages.ts";
import { queueFindings } from "./verification/queue.ts";
import { recordFindings } from "./verification/record.ts";
import { searchFindings } from "./verification/search.ts";

export type Verification = {
  readonly ok: boolean;
  /** One sentence each, for the operator. */
  readonly findings: readonly string[];
};

/** Findings beyond which more of them tell nothing new. */
const MOST_FINDINGS = 100;

/**
 * Reads the whole database in one snapshot, one text at a time, and changes nothing. Takes a connection of its own, since
 * it holds a read transaction; a site in use can be verified.
 */
export async function verify({ sqlite, db }: Connection): Promise<Verification> {
  const findings: string[] = [];
  sqlite.exec("BEGIN");
  try {
    for await (const finding of allFindings({ sqlite, db })) {
      findings.push(finding);
      if (findings.length >= MOST_FINDINGS) break;
    }
  } finally {
    sqlite.exec("COMMIT");
  }
  return { ok: findings.length === 0, findings };
}

async function* allFindings(connection: Connection): AsyncGenerator<string> {
  yield* fileFindings(connection);
  yield* feedFindings(connection);
  yield* inboxFindings(connection);
  yield* queueFindings(connection);
  yield* searchFindings(connection);
  yield* pageFindings(connection);
  yield* letterFindings(connection);
  yield* recordFindings(connection);
}

/** Letters hold links that open accounts, and words: none may stay behind. */
function* letterFindings({ sqlite }: Connection): Generator<string> {
  const kept = sqlite
    .prepare<[], number>("SELECT count(*) FROM letters WHERE state = 'sent' AND text || html || subject <> ''")
    .pluck()
    .get();
  if (kept !== undefined && kept > 0) yield `${kept} letters were sent and still hold what they said.`;
}

/**
 * `integrity_check` asks the search index too. FTS5 compares it there with what this connection knew last, and calls an
 * index that another connection has written to since damaged (SQLite 3.53); any query before it makes it look again.
 */
function* fileFindings({ sqlite }: Connection): Generator<string> {
  for (const index of ["note_words", "block_words"]) {
    sqlite.prepare(`SELECT 1 FROM ${index} WHERE ${index} MATCH 'a' LIMIT 1`).get();
  }
  const pages = sqlite.prepare<[], string>("PRAGMA integrity_check").pluck().all();
  for (const line of pages) if (line !== "ok") yield `The database file is damaged: ${line}.`;
  const broken = sqlite.prepare<[], { readonly table: string; readonly parent: string }>("PRAGMA foreign_key_check");
  for (const { table, parent } of broken.all()) yield `A row of ${table} points to nothing in ${parent}.`;
}
