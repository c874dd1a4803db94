/** The record of a group as a file, page by page, so that a long one is never in memory as a whole. */
import type { TakenFile } from "#app/context/exports.ts";
import { fileName } from "#app/domain/export/file-name.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import type { Store } from "#db/store.ts";
import { csvLine } from "../exports/csv.ts";
import { inChunks } from "../exports/file.ts";

const AT_ONCE = 500;

const columns = [
  "seq",
  "time",
  "verb",
  "actor",
  "actor_role",
  "subject_kind",
  "subject",
  "revision",
  "revision_hash",
  "reason",
  "before",
  "after",
  "undoes",
  "batch",
  "previous",
  "hash",
] as const;

const mediaTypes = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/** Oldest first, without a group that of the site; what the chain says, and no words, as they are not part of it. */
export function recordFile(
  read: Store,
  group: { readonly id: string; readonly name: string } | null,
  format: "csv" | "json",
): TakenFile {
  const name = fileName(group?.name ?? "site", format, "record");
  return { name, mediaType: mediaTypes[format], chunks: inChunks(pieces(read, group?.id ?? null, format)) };
}

async function* pieces(read: Store, group: string | null, format: "csv" | "json"): AsyncGenerator<string> {
  if (format === "csv") yield csvLine(columns);
  else yield "[";
  let isFirst = true;
  for (let after = 0; ; ) {
    const rows = await read.record.ofGroupAfter(group, after, AT_ONCE);
    for (const row of rows) {
      if (format === "csv") yield csvLine(cellsOf(row));
      else yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(row)}`;
      isFirst = false;
    }
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < AT_ONCE) break;
  }
  if (format === "json") yield "\n]\n";
}

function cellsOf(row: ChainedEntry): readonly string[] {
  const cells: Readonly<Record<(typeof columns)[number], string | number | null>> = {
    seq: row.seq,
    time: new Date(row.at).toISOString(),
    verb: row.verb,
    actor: row.actor,
    actor_role: row.actorRole,
    subject_kind: row.subject.kind,
    subject: row.subject.id,
    revision: row.revision,
    revision_hash: row.revisionHash,
    reason: row.reason,
    before: JSON.stringify(row.before),
    after: JSON.stringify(row.after),
    undoes: row.undoes,
    batch: row.batch,
    previous: row.previous,
    hash: row.hash,
  };
  return columns.map((column) => String(cells[column] ?? ""));
}
