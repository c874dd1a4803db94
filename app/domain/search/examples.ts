/** Lines that show every part of the syntax, by what they show; shown in the reader's spelling. */
export const examples = {
  words: ["wall window"],
  phrase: ['"the wall"'],
  without: ["-window"],
  who: ["by:ada", "by:me"],
  what: ["tag:irony", "kind:question", "colour:blue"],
  fate: ["has:reply", "is:open", "is:answered", "is:endorsed"],
  mine: ["is:unread", "is:mine"],
  where: ["in:wall", "¶12", "¶3-9"],
  when: ["after:2026-10", "before:2026-11-24"],
} as const;
export type Example = keyof typeof examples;

/** In the order in which they are explained. */
export const exampleNames = [
  "words",
  "phrase",
  "without",
  "who",
  "what",
  "fate",
  "mine",
  "where",
  "when",
] as const satisfies readonly Example[];
