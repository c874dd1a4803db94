/** A note that exists only in the outbox yet, as it will look. */
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import type { Note } from "./note.ts";

/** What a new note or reply looks like before any room holds it; `see` finds the note that is answered. */
export function draftedNote(
  command: Extract<AnnotationCommand, { verb: "publish" | "reply" }>,
  givenAt: number,
  { ownSeats, see }: { readonly ownSeats: readonly string[]; readonly see: (id: string) => Note | null },
): Omit<Note, "delivery" | "refusal"> {
  const seat = ownSeats[0] ?? "";
  const shared = { id: command.id, status: "published", seat, body: command.body, created: givenAt } as const;
  const fresh = { edited: null, version: 0, reactions: {}, curation: null, summary: null, said: null } as const;
  if (command.verb === "reply") {
    const parent = see(command.parent);
    return {
      ...shared,
      ...fresh,
      root: parent?.root ?? command.parent,
      parent: command.parent,
      motivation: "replying",
      colour: null,
      target: null,
      more: [],
      kind: null,
      tags: [],
      placement: command.privately ? "staff" : (parent?.placement ?? "everyone"),
      among: [],
    };
  }
  return {
    ...shared,
    ...fresh,
    root: command.id,
    parent: null,
    motivation: command.motivation,
    colour: command.colour,
    target: command.target && { ...command.target, state: "exact" },
    more: (command.more ?? []).map((target) => ({ ...target, state: "exact" })),
    kind: command.kind ?? null,
    tags: command.tags ?? [],
    placement: command.placement,
    among: [command.audience ?? "", ...(command.also ?? [])].filter((audience) => audience !== ""),
  };
}
