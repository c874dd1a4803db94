/** What the pages of revisions send, and the trail above them. */
import { z } from "zod";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { pieceLabels } from "#app/domain/document/document.ts";
import type { Crumb } from "#app/ui/top-bar.tsx";
import { revisionWords as words } from "#app/words/revisions.ts";

/** Every piece with its label; more of them than any import makes were not made by the editor. */
const pieces = z.array(z.object({ label: z.enum(pieceLabels), html: z.string() })).max(60_000);

export const editForm = z.object({
  base: z.string().max(40),
  remark: z.string(),
  pieces: z.string().transform((json, context) => {
    const parsed = pieces.safeParse(jsonOf(json));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: words.malformed });
    return z.NEVER;
  }),
});

export const restoreForm = z.object({ base: z.string().max(40), n: z.coerce.number().int().positive() });

export const anchorForm = z.object({
  id: z.string(),
  source: z.string(),
  passage: z.coerce.number().int().nonnegative(),
  start: z.coerce.number().int().nonnegative(),
  end: z.coerce.number().int().nonnegative(),
  exact: z.string(),
});

/** The command of a form on the page of notes without a place. */
export function anchorCommand(
  document: string,
  { id, source, passage, start, end, exact }: z.output<typeof anchorForm>,
): AnnotationCommand {
  const position = { type: "TextPositionSelector", start, end } as const;
  // What stands around the words is read from the text itself.
  const quote = { type: "TextQuoteSelector", exact, prefix: "", suffix: "" } as const;
  return { verb: "anchor", id, document, passage, target: { source, selector: [position, quote] } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Named = { readonly id: string; readonly title: string; readonly groupId: string; readonly groupName: string };

/** Group, text, and the pages below it. */
export function textTrail(text: Named, ...below: readonly (string | Crumb)[]): readonly Crumb[] {
  return [
    { label: text.groupName, to: `/g/${text.groupId}` },
    { label: text.title, to: `/t/${text.id}` },
    ...below.map((crumb) => (typeof crumb === "string" ? { label: crumb } : crumb)),
  ];
}
