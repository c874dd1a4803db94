/** What is assigned, and the paragraphs that it stands on. */
import type { PlacedPrompt, PlacedText } from "#app/context/assignments.ts";
import type { Target } from "#app/domain/annotation/annotation.ts";
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
    found.push({ document, passages: await targetsOf(store, { document, ranges: passages, field: "texts" }) });
  }
  return found;
}

/** Each on its paragraph, as it is in the text now. Throws Problem("invalid") for a number that the text does not have. */
export async function anchored(store: Store, prompts: readonly PlacedPrompt[]): Promise<readonly Prompt[]> {
  const found: Prompt[] = [];
  for (const { number, ...prompt } of prompts) {
    const { document } = prompt;
    const ranges = number === null ? [] : [{ from: number, to: number }];
    const [target] = document === null ? [] : await targetsOf(store, { document, ranges, field: "prompts" });
    found.push({ ...prompt, target: target ?? null });
  }
  return found;
}

type Asking = { readonly document: string; readonly ranges: readonly Range[]; readonly field: "texts" | "prompts" };

async function targetsOf(store: Store, { document, ranges, field }: Asking): Promise<readonly Target[]> {
  const [first] = ranges;
  if (first === undefined) return [];
  const missing = (number: number) =>
    new Problem("invalid", words.check, { fields: { [field]: words.noParagraph(number) } });
  const row = await store.documents.find(document);
  const revision = row && (await store.documents.text(document, row.revisionId));
  if (row === null || revision == null) throw missing(first.from);
  const blocks = await store.documents.blocks(row.revisionId);
  const paragraph = (number: number): Block => {
    const block = blocks.find((one) => one.number === number);
    if (block === undefined) throw missing(number);
    return block;
  };
  return ranges.map(({ from, to }) => ({
    ...({ state: "exact", source: row.revisionId } as const),
    selector: describe(revision.text, { start: paragraph(from).start, end: paragraph(to).end }),
  }));
}
