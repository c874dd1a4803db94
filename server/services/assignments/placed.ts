/** Prompts and the paragraphs that they are about. */
import type { PlacedPrompt } from "#app/context/assignments.ts";
import { describe } from "#app/domain/annotation/describe.ts";
import type { Prompt } from "#app/domain/assignment/assignment.ts";
import type { Block } from "#app/domain/document/document.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords as words } from "#app/words/assignments.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { Store } from "#db/store.ts";

/** With the ¶ number of the paragraph in which each begins; `blocks` by text. */
export function placedPrompts(
  { prompts }: Pick<AssignmentRow, "prompts">,
  blocks: ReadonlyMap<string, readonly Block[]>,
): readonly PlacedPrompt[] {
  return prompts.map(({ target, ...prompt }) => {
    const start = target?.selector[0].start;
    const block = (blocks.get(prompt.document ?? "") ?? []).find(
      (one) => start !== undefined && start >= one.start && start < one.end,
    );
    return { ...prompt, number: block?.number ?? null };
  });
}

/** Each on its paragraph, as it is in the text now. Throws Problem("invalid") for a number that the text does not have. */
export async function anchored(store: Store, prompts: readonly PlacedPrompt[]): Promise<readonly Prompt[]> {
  const found: Prompt[] = [];
  for (const { number, ...prompt } of prompts) {
    if (prompt.document === null || number === null) {
      found.push({ ...prompt, target: null });
      continue;
    }
    const document = await store.documents.find(prompt.document);
    const revision = document && (await store.documents.text(document.id, document.revisionId));
    const blocks = document === null ? [] : await store.documents.blocks(document.revisionId);
    const block = blocks.find((one) => one.number === number);
    if (document === null || revision == null || block === undefined) {
      throw new Problem("invalid", words.check, { fields: { prompts: words.noParagraph(number) } });
    }
    const { start, end } = block;
    const selector = describe(revision.text, { start, end });
    found.push({ ...prompt, target: { state: "exact", source: document.revisionId, selector } });
  }
  return found;
}
