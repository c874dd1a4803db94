/** Values that complete what is being typed after a facet, among what the viewer may see. */
import type { Completion } from "#app/context/search.ts";
import { fold, namesMatch } from "#app/domain/search/fold.ts";
import type { NamedFacet } from "#app/domain/search/query.ts";
import { type Spelling, spellings } from "#app/domain/search/spelling.ts";
import { spokenLocale } from "#app/words/localised.ts";
import type { Store } from "#db/store.ts";
import type { Sight } from "./sight.ts";

/** Values offered at once. */
const OFFERED = 8;
/** Tags that are asked about one by one; a group has hundreds at most. */
const MOST_TAGS = 200;

/** At most a handful, in a fixed order: nothing tells how often something is used where the viewer may not look. */
export async function completionsOf(
  read: Store,
  sight: Sight,
  { facet, typed }: { readonly facet: NamedFacet; readonly typed: string },
): Promise<readonly Completion[]> {
  const names = facet === "tag" ? await tagsOf(read, sight, typed) : namesOf(sight, facet);
  const fitting = names.filter(({ label }) => fold(typed) === "" || namesMatch(label, typed));
  const once = new Map(fitting.map((completion) => [fold(completion.value), completion]));
  return [...once.values()].slice(0, OFFERED);
}

function namesOf(sight: Sight, facet: Exclude<NamedFacet, "tag">): readonly Completion[] {
  const spelling: Spelling = spellings[spokenLocale()];
  switch (facet) {
    case "by":
      return [...sight.people.values()].map(({ name }) => plain(name)).sort((a, b) => a.label.localeCompare(b.label));
    case "in":
      return sight.texts.map(({ title }) => plain(title));
    case "kind":
      return [...Object.values(spelling.kinds).map(plain), ...sight.kinds.map(({ name }) => plain(name))];
    case "colour":
      return [...sight.colourNames.map(({ name }) => plain(name)), ...Object.values(spelling.colours).map(plain)];
  }
}

/** The vocabulary, and free tags only where a note that the viewer may read has them. */
async function tagsOf(read: Store, { groups, scope }: Sight, typed: string): Promise<readonly Completion[]> {
  const all = await read.search.tags(groups.map(({ id }) => id));
  const fitting = all.filter(({ name }) => fold(typed) === "" || namesMatch(name, typed)).slice(0, MOST_TAGS);
  const known: Completion[] = [];
  for (const { name, isListed } of fitting) {
    if (isListed || (await read.search.hasTag(scope, name))) known.push(plain(name));
    if (known.length === OFFERED) break;
  }
  return known;
}

function plain(name: string): Completion {
  return { value: name, label: name };
}
