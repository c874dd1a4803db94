/** What random people do in the law of sentinels, turn by turn. */
import fc from "fast-check";
import type { Role } from "#app/domain/group/group.ts";
import { decisionVerbs } from "./decision-deeds.ts";
import { courtDeed } from "./other-deeds.ts";

/** Who is there, in the order in which turns name them. */
export const cast = ["teacher", "moderator", "member", "member", "observer"] as const satisfies readonly Role[];

const deed = fc.record({
  verb: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("publish" as const, "private" as const, "reply" as const) },
    { weight: 5, arbitrary: fc.constantFrom("edit" as const, "delete" as const, "hide" as const) },
    { weight: 2, arbitrary: fc.constantFrom("undelete" as const, "restore" as const, "report" as const) },
    { weight: 5, arbitrary: fc.constantFrom(...decisionVerbs).map((verb) => `decide ${verb}` as const) },
  ),
  who: fc.nat(cast.length - 1),
  which: fc.nat(30),
});
/** What happens at once: deeds on different notes, looks at pages, and a socket that comes anew. */
export const turn = fc.record({
  deeds: fc.array(deed, { minLength: 1, maxLength: 4 }),
  looks: fc.array(fc.record({ who: fc.nat(cast.length + 1), where: fc.nat(16) }), { maxLength: 3 }),
  comes: fc.nat(cast.length - 1),
  /** Now and then somebody leaves the group, or comes back in another role. */
  change: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.record({
        who: fc.nat(cast.length - 1),
        role: fc.option(fc.constantFrom<Role>("teacher", "member", "observer")),
      }),
    },
  ),
  /** Now and then somebody is sanctioned or let in again, or a rule is made. */
  court: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.record({ deed: courtDeed, by: fc.nat(cast.length - 1), of: fc.nat(cast.length - 1) }),
    },
  ),
});
export type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;
export type Deed = Turn["deeds"][number];
