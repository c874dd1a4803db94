/** What a new assignment begins with: common forms of close reading. */
import type { Brief } from "./assignment.ts";

export const templates = [
  "blank",
  "first-reading",
  "disputed-passage",
  "peer-review",
  "annotated-vocabulary",
  "before-and-after",
] as const;
export type Template = (typeof templates)[number];

type Shape = Pick<Brief, "requirements" | "reveal">;

/** What each of them asks for; its words come with the language of whoever sets it. */
export const shapes: Readonly<Record<Template, Shape>> = {
  blank: { requirements: [], reveal: { kind: "open" } },
  "first-reading": {
    requirements: [
      { kind: "notes", count: 3, minWords: 10 },
      { kind: "paragraphs", count: 3 },
    ],
    reveal: { kind: "after", posts: 2 },
  },
  "disputed-passage": {
    requirements: [
      { kind: "notes", count: 1, minWords: 30 },
      { kind: "replies", count: 2, minWords: 15 },
      { kind: "peers", count: 2 },
    ],
    reveal: { kind: "after", posts: 1 },
  },
  "peer-review": {
    requirements: [
      { kind: "replies", count: 3, minWords: 25 },
      { kind: "peers", count: 3 },
    ],
    reveal: { kind: "open" },
  },
  "annotated-vocabulary": {
    requirements: [
      { kind: "notes", count: 5, minWords: 8 },
      { kind: "paragraphs", count: 4 },
    ],
    reveal: { kind: "open" },
  },
  "before-and-after": {
    requirements: [
      { kind: "notes", count: 2, minWords: 20 },
      { kind: "replies", count: 1, minWords: 20 },
    ],
    reveal: { kind: "manual", revealed: false },
  },
};
