/** What an author and a group wrote before, as rules ask for it. Times in milliseconds. */
import type { History } from "#app/domain/moderation/rules/history-rules.ts";
import type { Print } from "#app/domain/moderation/rules/print.ts";
import type { Db } from "#db/client.ts";
import { bodyPrints } from "#db/schema/rules.ts";

/** Notes that are compared: of the author at most, and of everybody else in the group. */
const OWN = 50;
const OTHERS = 200;
/** Notes that are counted. A rate above that is none. */
const TIMES = 500;
const SETTLED = 100;

export type PrintOf = {
  readonly annotation: string;
  readonly group: string;
  readonly creator: string;
  readonly at: number;
};

type PrintRow = { readonly hash: number; readonly words: number; readonly sketch: Buffer };

/** Verbs over prints of bodies, and counts of notes. */
export function writingHistoryRepository(db: Db) {
  const stands = "a.id = p.annotation_id AND a.status NOT IN ('draft', 'deleted', 'redacted')";
  const own = db.$client.prepare<[string, string, string, number], PrintRow>(
    `SELECT p.hash, p.words, p.sketch FROM body_prints p JOIN annotations a ON ${stands}
     WHERE p.group_id = ? AND p.creator_id = ? AND p.annotation_id <> ? ORDER BY p.at DESC LIMIT ?`,
  );
  const others = db.$client.prepare<[string, string, number], PrintRow>(
    `SELECT p.hash, p.words, p.sketch FROM body_prints p JOIN annotations a ON ${stands}
     WHERE p.group_id = ? AND p.creator_id <> ? ORDER BY p.at DESC LIMIT ?`,
  );
  const times = db.$client
    .prepare<[string, string, string, number], number>(
      `SELECT a.created_at FROM annotations a JOIN documents d ON d.id = a.document_id
       WHERE a.creator_id = ? AND d.group_id = ? AND a.id <> ? AND a.motivation <> 'highlighting'
       ORDER BY a.created_at DESC LIMIT ?`,
    )
    .pluck();
  const settled = db.$client.prepare<
    [string, string, string, number],
    { readonly at: number; readonly approved: 0 | 1 }
  >(
    `SELECT a.created_at AS at, EXISTS (
       SELECT 1 FROM decisions x WHERE x.subject_kind = 'note' AND x.subject_id = a.id AND x.actor_id IS NOT NULL
         AND x.verb IN ('note.publish', 'note.restore') AND x.undoes IS NULL) AS approved
     FROM annotations a JOIN documents d ON d.id = a.document_id
     WHERE a.creator_id = ? AND d.group_id = ? AND a.id <> ? AND a.status = 'published'
       AND a.motivation <> 'highlighting'
       AND EXISTS (SELECT 1 FROM placements p JOIN audiences u ON u.id = p.audience_id
         WHERE p.annotation_id = a.id AND u.kind NOT IN ('desk', 'staff'))
       AND NOT EXISTS (SELECT 1 FROM queue_items q WHERE q.target_kind = 'note' AND q.target_id = a.id AND q.state <> 'done')
     ORDER BY a.created_at LIMIT ?`,
  );

  return {
    /** Without the note itself. */
    async before({ annotation, group, creator }: Omit<PrintOf, "at">): Promise<History> {
      const counted = settled.all(creator, group, annotation, SETTLED);
      return {
        own: own.all(group, creator, annotation, OWN).map(printOfRow),
        group: others.all(group, creator, OTHERS).map(printOfRow),
        times: times.all(creator, group, annotation, TIMES),
        approved: counted.filter(({ approved }) => approved === 1).length,
        unchallenged: counted.filter(({ approved }) => approved === 0).map(({ at }) => at),
      };
    },

    /** Only what says whether somebody is new in the group. */
    async settled(group: string, creator: string): Promise<Pick<History, "approved" | "unchallenged">> {
      const counted = settled.all(creator, group, "", SETTLED);
      return {
        approved: counted.filter(({ approved }) => approved === 1).length,
        unchallenged: counted.filter(({ approved }) => approved === 0).map(({ at }) => at),
      };
    },

    /** Keeps by what a note's words are known again; the newest words count. */
    async keepPrint({ hash, words, sketch }: Print, { annotation, group, creator, at }: PrintOf): Promise<void> {
      const said = { hash, words, sketch: Buffer.from(Uint32Array.from(sketch).buffer), at };
      db.insert(bodyPrints)
        .values({ annotationId: annotation, groupId: group, creatorId: creator, ...said })
        .onConflictDoUpdate({ target: bodyPrints.annotationId, set: said })
        .run();
    },
  };
}

function printOfRow({ hash, words, sketch }: PrintRow): Print {
  // A copy: the driver's buffer may begin anywhere, and numbers of four bytes may not.
  const numbers = new Uint32Array(Uint8Array.from(sketch).buffer);
  return { hash, words, sketch: [...numbers] };
}
