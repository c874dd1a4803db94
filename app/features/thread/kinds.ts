/** What a note is, as one choice: the interface does not tell motivations from kinds. */
import type { GroupKind, VocabularyTag } from "#app/context/vocabulary.ts";
import { builtInKinds, type Kind, type Motivation } from "#app/domain/annotation/annotation.ts";
import { discussionWords } from "#app/words/discussion.ts";

/** What a group calls things. */
export type Vocabulary = { readonly tags: readonly VocabularyTag[]; readonly kinds: readonly GroupKind[] };

/** `note`, `question`, a built-in kind, or the id of one of the group's. */
export type KindChoice = "note" | "question" | Kind;

/** The kind that a first note shows; null for a bare highlight and for a plain note, which need no word. */
export function shownKind({ kind, motivation }: { readonly kind: Kind | null; readonly motivation: Motivation }) {
  return kind ?? (motivation === "questioning" ? "question" : null);
}

/** What a kind is called; null for one that the group no longer knows. */
export function kindName(kind: KindChoice, { kinds }: Pick<Vocabulary, "kinds">): string | null {
  const own = kinds.find(({ id }) => id === kind);
  if (own !== undefined) return own.name;
  const names: Readonly<Record<string, string>> = discussionWords.compose.kinds;
  return names[kind] ?? null;
}

/** Every kind that can be chosen now, in the order of the list; `current` is among them even when it is retired. */
export function kindChoices({ kinds }: Pick<Vocabulary, "kinds">, current: KindChoice | null): readonly KindChoice[] {
  const offered = kinds.filter(({ id, isRetired }) => !isRetired || id === current).map(({ id }) => id);
  return ["note", "question", ...builtInKinds, ...offered];
}
