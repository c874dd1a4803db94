import type { Freshness } from "#app/domain/summary/summary.ts";
import { summaryWords as words } from "#app/words/summaries.ts";

/** What a summary knows of its thread, in a line. */
export function sayFresh({ known, all, changed, gone }: Freshness): string {
  const facts = [
    words.knows(known, all),
    changed.length > 0 ? words.changed(changed.length) : "",
    gone.length > 0 ? words.gone(gone.length) : "",
  ];
  return facts.filter((fact) => fact !== "").join(" · ");
}
