/** What a rule would have found in a group's latest notes, had it been there; each note is judged as of its own time. */
import { setImmediate } from "node:timers/promises";
import type { DryRun, RuleInput } from "#app/context/rules.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { type Examined, examine, historyHits } from "#app/domain/moderation/rules/check.ts";
import type { History } from "#app/domain/moderation/rules/history-rules.ts";
import type { Hit, Place, Rule } from "#app/domain/moderation/rules/rule.ts";
import type { LatestNote } from "#db/repositories/rules/latest-notes.ts";
import { finderOf, type Gate } from "../moderation/gate.ts";

/** Notes that a rule is tried on. */
export const DRY_RUN_NOTES = 500;
const SAMPLES = 12;
/** UTF-16 code units of a sample. */
const EXCERPT = 160;
/** Notes after which others get their turn. */
const STEP = 20;
/** As the history of a real note is bounded. */
const [OWN, OTHERS] = [50, 200];

/** `notes` newest first. */
export async function dryRun(
  { gate, ownHost }: { readonly gate: Pick<Gate, "hitsOf">; readonly ownHost: string },
  input: RuleInput,
  notes: readonly LatestNote[],
): Promise<DryRun> {
  const rule: Rule = { ...input, id: "new", version: 1 };
  const set = { rules: [rule], find: await finderOf([rule]) };
  const before: Before[] = [];
  const found: { readonly note: LatestNote; readonly hit: Hit }[] = [];
  for (const [index, note] of notes.toReversed().entries()) {
    if (index % STEP === 0) await setImmediate();
    const examined = examine(note);
    const around = { history: historyOf(note, before), now: note.createdAt, isEdit: false, ownHost };
    const [hit] = [...(await gate.hitsOf(set, examined)), ...historyHits([rule], examined, around)];
    if (hit !== undefined) found.push({ note, hit });
    before.push({ note, examined });
  }
  const newest = found.toReversed();
  return {
    notes: notes.length,
    hits: found.filter(({ hit }) => !hit.failed).length,
    byStaff: found.filter(({ note, hit }) => !hit.failed && note.role !== null && isStaff(note.role)).length,
    failed: found.filter(({ hit }) => hit.failed).length,
    samples: newest
      .filter(({ hit }) => !hit.failed)
      .slice(0, SAMPLES)
      .map(sampleOf),
  };
}

type Before = { readonly note: LatestNote; readonly examined: Examined };

function historyOf(note: LatestNote, before: readonly Before[]): History {
  const newest = before.toReversed();
  const own = newest.filter((one) => one.note.creator === note.creator);
  const others = newest.filter((one) => one.note.creator !== note.creator);
  const times = own.map((one) => one.note.createdAt);
  return {
    own: own.slice(0, OWN).map(({ examined }) => examined.print),
    group: others.slice(0, OTHERS).map(({ examined }) => examined.print),
    times,
    approved: 0,
    unchallenged: times,
  };
}

/** The words around the first place; the beginning of a note that is meant as a whole. */
function sampleOf({ note, hit }: { readonly note: LatestNote; readonly hit: Hit }) {
  const first = hit.places[0]?.start ?? 0;
  const from = Math.max(0, Math.min(first - EXCERPT / 3, note.body.length - EXCERPT));
  const start = Math.floor(from);
  const excerpt = note.body.slice(start, start + EXCERPT);
  const places = hit.places.flatMap((place): Place[] => {
    const inside = { start: Math.max(0, place.start - start), end: Math.min(excerpt.length, place.end - start) };
    return inside.start < inside.end ? [inside] : [];
  });
  return { note: note.id, title: note.title, excerpt, places };
}
