/** What readers and moderators do in laws beside decisions: reports, sanctions and rules. Refusals are part of life. */
import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { isProblem } from "#app/domain/problem.ts";
import type { AttackSite, Person, Seminar } from "#tests/integration/attack-site.ts";

/** Of a member: given, or the last one lifted. */
export const sanctionDeeds = ["approve-first", "mute", "suspend", "ban", "lift"] as const;
/** About notes with the word that every third one has. */
export const ruleDeeds = ["hold", "refuse", "tag", "retire"] as const;

/** What changes who may do what: each alone in its turn, since whoever is shut out was in until then. */
export const courtDeed = fc.oneof(
  fc.record({ kind: fc.constant("sanction" as const), verb: fc.constantFrom(...sanctionDeeds) }),
  fc.record({ kind: fc.constant("rule" as const), verb: fc.constantFrom(...ruleDeeds) }),
);
export type CourtDeed = typeof courtDeed extends fc.Arbitrary<infer T> ? T : never;

type Court = { readonly by: Person; readonly of: Person; readonly seminar: Seminar };

/** Carries it out as that person, over the services that the forms use. */
export async function holdCourt(
  site: AttackSite,
  { kind, verb }: CourtDeed,
  { by, of, seminar }: Court,
): Promise<void> {
  if (kind === "rule") return refusable(changeRule(site, verb, seminar));
  if (verb !== "lift") {
    const terms = { member: of.id, kind: verb, scope: "group", scopeId: "", reason: "attack", days: 3 } as const;
    const said = { toMember: "", toStaff: "", hides: verb === "ban" ? "week" : "none" } as const;
    return refusable(site.site.people.impose(by.viewer, seminar.id, { ...terms, ...said }));
  }
  await refusable(
    site.site.people.card(by.viewer, seminar.id, of.id).then(async ({ sanctions }) => {
      const held = sanctions.find(({ isInForce }) => isInForce);
      if (held === undefined) return;
      await site.site.people.lift(by.viewer, seminar.id, held.id, { restores: true, toMember: "" });
    }),
  );
}

async function changeRule({ site }: AttackSite, verb: (typeof ruleDeeds)[number], seminar: Seminar): Promise<void> {
  const { viewer } = seminar.owner;
  const { rules } = await site.rules.open(viewer, seminar.id);
  for (const { id } of rules) await site.rules.retire(viewer, seminar.id, id);
  if (verb === "retire") return;
  const test = { kind: "words", words: [RUDE] } as const;
  await site.rules.save(viewer, seminar.id, null, { name: "Rude words", action: verb, thenHold: false, test });
}

/** The word that rules look for. */
export const RUDE = "rude";

/** Reports a note with words of one's own, or withdraws the report that one made. */
export async function reportIn(
  { site }: AttackSite,
  { by, note, words }: { readonly by: Person; readonly note: string; readonly words: string },
): Promise<void> {
  const mine = (await site.reports.mine(by.viewer)).find(
    ({ target, outcome }) => target.id === note && outcome === "waiting",
  );
  if (mine !== undefined) return refusable(site.reports.withdraw(by.viewer, mine.id));
  const target = { kind: "note", id: note } as const;
  await refusable(site.reports.report(by.viewer, { target, reason: "attack", words }));
}

async function refusable(doing: Promise<unknown>): Promise<void> {
  await doing.catch((error: unknown) => {
    if (!isProblem(error)) throw error;
  });
}

/** Words that wait or were said to few: new words of notes that a person looks at first, and what reporters said. */
export function courtWords(sqlite: Database, memberId: string, groupId: string): readonly string[] {
  return sqlite
    .prepare<[{ readonly member: string; readonly group: string }], string>(
      `WITH staff AS (SELECT 1 FROM memberships m WHERE m.member_id = @member AND m.group_id = @group
         AND m.left_at IS NULL AND m.role IN ('owner', 'teacher', 'moderator'))
       SELECT e.body FROM pending_edits e JOIN annotations a ON a.id = e.annotation_id
         JOIN documents d ON d.id = a.document_id
         WHERE d.group_id = @group AND (a.creator_id = @member OR EXISTS (SELECT 1 FROM staff))
       UNION ALL SELECT r.words FROM reports r
         WHERE r.group_id = @group AND (r.reporter_id = @member OR EXISTS (SELECT 1 FROM staff))`,
    )
    .pluck()
    .all({ member: memberId, group: groupId });
}
