/** What a brief has to be before it is stored. */
import type { Anonymity, Brief } from "#app/domain/assignment/assignment.ts";
import { type BriefProblem, problemsOf } from "#app/domain/assignment/brief.ts";
import { keepsPromise } from "#app/domain/audience/veil.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords as words } from "#app/words/assignments.ts";
import { veilWords } from "#app/words/veil.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { Store } from "#db/store.ts";
import { studentsOf } from "./enter.ts";

/** Whether that member or section is among those who do the assignment. */
export async function readsIn(
  store: Store,
  { group, sectionSet }: AssignmentRow,
  { kind, id }: { readonly kind: "member" | "section"; readonly id: string },
): Promise<boolean> {
  if (kind === "member") return (await studentsOf(store, group)).some((student) => student.id === id);
  return sectionSet !== null && (await store.sections.ofSet(sectionSet)).some((section) => section.id === id);
}

/** Throws Problem("invalid") for a text of another group. */
export async function demandTexts(store: Store, groupId: string, texts: Brief["texts"]): Promise<void> {
  for (const { document } of texts) {
    const row = await store.documents.find(document);
    if (row?.groupId !== groupId)
      throw new Problem("invalid", words.foreignText, { fields: { texts: words.foreignText } });
  }
}

/** Throws Problem("invalid") where students wrote under pseudonyms that they would lose. */
export async function demandPromise(store: Store, { id, anonymity }: AssignmentRow, after: Anonymity): Promise<void> {
  if (keepsPromise(anonymity, after)) return;
  const notes = await store.submissions.notes({ assignment: id, member: null, until: Number.MAX_SAFE_INTEGER });
  if (notes.length === 0) return;
  throw new Problem("invalid", words.check, { fields: { anonymity: veilWords.promised } });
}

/** Throws Problem("invalid") with a sentence for each field. */
export function demandRight(brief: Brief, isPublished: boolean): void {
  const problems: readonly (readonly [string, BriefProblem])[] = Object.entries(problemsOf(brief, isPublished));
  if (problems.length === 0) return;
  const fields = Object.fromEntries(problems.map(([field, problem]) => [field, words.problems[problem]]));
  throw new Problem("invalid", words.check, { fields });
}

/** Without white space around, as it is stored. */
export function tidied(brief: Brief): Brief {
  return { ...brief, title: tidyName(brief.title), instructions: tidyParagraphs(brief.instructions) };
}
