import { builtInKinds, type Kind, type Motivation } from "#app/domain/annotation/annotation.ts";

/** Kinds that every group has; those that it defines are found by their id. */
export const plainKinds = ["note", "question", "highlight", "reply", ...builtInKinds] as const;

const ofMotivation = {
  commenting: "note",
  questioning: "question",
  highlighting: "highlight",
  replying: "reply",
} as const satisfies Record<Motivation, (typeof plainKinds)[number]>;

/** What a note is found as: its own kind, or what its motivation says. */
export function noteKind({
  kind,
  motivation,
}: {
  readonly kind: Kind | null;
  readonly motivation: Motivation;
}): string {
  return kind ?? ofMotivation[motivation];
}
