/** The chain of the record: every row follows from the one before, and none is missing. */
import { GENESIS } from "#app/domain/moderation/record.ts";
import type { Connection } from "#db/client.ts";
import { hashOf, recordRepository } from "#db/repositories/moderation/record.ts";

const ROWS_AT_ONCE = 1_000;

/** A sentence for the first row that does not follow; what comes after it cannot be trusted either. */
export async function* recordFindings({ db }: Connection): AsyncGenerator<string> {
  const record = recordRepository(db);
  let before = { seq: 0, hash: GENESIS };
  for (;;) {
    const rows = await record.after(before.seq, ROWS_AT_ONCE);
    for (const row of rows) {
      if (row.seq !== before.seq + 1) return yield `The record has no decision ${before.seq + 1}.`;
      if (row.previous !== before.hash || row.hash !== hashOf(row)) {
        return yield `Decision ${row.seq} of the record was changed after it was made.`;
      }
      before = row;
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
