/** How members want to be written to. */
import { eq } from "drizzle-orm";
import type { LetterChoices } from "#app/domain/news/letter.ts";
import type { NewsKind } from "#app/domain/news/news.ts";
import type { Db } from "#db/client.ts";
import { letterChoices } from "#db/schema/news.ts";

/** Verbs over choices; a kind that is missing goes by its default. */
export function letterChoicesRepository(db: Db) {
  return {
    async of(memberId: string): Promise<Partial<LetterChoices>> {
      const rows = db.select().from(letterChoices).where(eq(letterChoices.memberId, memberId)).all();
      return Object.fromEntries(rows.map(({ kind, frequency }) => [kind, frequency]));
    },

    async put(memberId: string, kind: NewsKind, frequency: LetterChoices[NewsKind]): Promise<void> {
      db.insert(letterChoices)
        .values({ memberId, kind, frequency })
        .onConflictDoUpdate({ target: [letterChoices.memberId, letterChoices.kind], set: { frequency } })
        .run();
    },
  };
}
