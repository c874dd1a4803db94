/**
 * An audience is who sees an item; a placement puts an item into it. A gate decides who may open an audience's rooms,
 * so hiding and revealing change rights, never rows.
 */

/** `staff` and `desk` are audiences too, so that a placement is the one source of every room. */
export const audienceKinds = ["group", "section", "cohort", "staff", "desk"] as const;
export type AudienceKind = (typeof audienceKinds)[number];

/** `after`: own published roots first; `at`: milliseconds since 1970; `manual`: when the teacher reveals. */
export type Gate =
  | { readonly kind: "open" }
  | { readonly kind: "after"; readonly posts: number }
  | { readonly kind: "at"; readonly time: number }
  | { readonly kind: "manual"; readonly revealed: boolean };

export type GateFacts = { readonly ownPosts: number; readonly now: number };

/** True when the gate lets in a reader of whom these facts hold. */
export function gateIsOpen(gate: Gate, facts: GateFacts): boolean {
  switch (gate.kind) {
    case "open":
      return true;
    case "after":
      return facts.ownPosts >= gate.posts;
    case "at":
      return facts.now >= gate.time;
    case "manual":
      return gate.revealed;
  }
}
