import { seatFor } from "#app/domain/section/rearrange.ts";
import type { Store } from "#db/store.ts";
import { roomOf, studentsOf } from "./look.ts";

/** Seats those who joined since an automatic division was made, and were never in it, in its smallest active section. */
export async function seatLateComers(
  { store, now }: { readonly store: Store; readonly now: number },
  groupId: string,
): Promise<void> {
  for (const set of await store.sections.sets(groupId)) {
    if (set.method !== "auto") continue;
    const ids = new Set(await store.sections.idsEver(set.id));
    const known = (await store.sections.history(groupId)).filter(({ section }) => ids.has(section));
    const seated = new Set(known.map(({ member }) => member));
    for (const { id: member } of await studentsOf(store, groupId)) {
      if (seated.has(member)) continue;
      const { sections, life } = await roomOf(store, set.id);
      const notes = new Map(life.map((row) => [row.section, row.notes]));
      const section = seatFor(sections.map((one) => ({ ...one, notes: notes.get(one.id) ?? 0 })));
      if (section !== null) await store.sections.move({ set: set.id, section, member, now });
    }
  }
}
