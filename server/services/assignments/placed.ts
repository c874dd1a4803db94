/** What is assigned, and the paragraphs that it stands on. */
import type { PlacedPrompt, PlacedText } from "#app/context/assignments.ts";
import { describe } from "#app/domain/annotation/describe.ts";
import type { AssignedText, Prompt } from "#app/domain/assignment/assignment.ts";
import type { Range } from "#app/domain/assignment/ranges.ts";
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

/** With the numbers of the paragraphs that the passages touch; `blocks` by text. */
export function placedTexts(
  { texts }: Pick<AssignmentRow, "texts">,
  blocks: ReadonlyMap<string, readonly Block[]>,
): readonly PlacedText[] {
  return texts.map(({ document, passages }) => ({
    document,
    passages: passages.flatMap(({ selector: [{ start, end }] }): readonly Range[] => {
      const touched = (blocks.get(document) ?? []).filter((one) => one.start < end && one.end > start);
      const numbers = touched.flatMap(({ number }) => number ?? []);
      const [from, to] = [numbers[0], numbers.at(-1)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    }),
  }));
}

/** The texts with their passages as they are now. Throws Problem("invalid") for a number that a text does not have. */
export async function anchoredTexts(store: Store, texts: readonly PlacedText[]): Promise<readonly AssignedText[]> {
  const found: AssignedText[] = [];
  for (const { document, passages } of texts) {
    if (passages.length === 0) {
      found.push({ document, passages: [] });
      continue;
    }
    const row = await store.documents.find(document);
    const revision = row && (await store.documents.text(document, row.revisionId));
    const blocks = row === null ? [] : await store.documents.blocks(row.revisionId);
    const numbered = (number: number) => {
      const block = blocks.find((one) => one.number === number);
      if (block !== undefined) return block;
      throw new Problem("invalid", words.check, { fields: { texts: words.noParagraph(number) } });
    };
    const targets = passages.map(({ from, to }) => ({ start: numbered(from).start, end: numbered(to).end }));
    if (row === null || revision == null)
      throw new Problem("invalid", words.check, { fields: { texts: words.foreignText } });
    found.push({
      document,
      passages: targets.map((span) => ({
        ...({ state: "exact", source: row.revisionId } as const),
        selector: describe(revision.text, span),
      })),
    });
  }
  return found;
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
