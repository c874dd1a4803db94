/**
 * Divides people into sections whose sizes differ by at most one, nobody alone, and in which as few pairs as possible meet
 * who have met before. Finding the fewest is hard in general (the social golfer problem), so that this is a search: a greedy
 * start and exchanges of two people while one lowers the count, from several starts. The same seed gives the same division.
 */

/** Unordered pairs of people and how often they have been in one section. */
export type Met = {
  readonly times: (a: string, b: string) => number;
};

export type Aim = { readonly size: number; readonly seed: number; readonly met: Met };

/** Starts from which the search begins anew; classes of 300 take some 50 ms each. */
const STARTS = 6;
/** Rounds of exchanges from one start: each looks at every pair of sections. */
const MOST_ROUNDS = 12;

/** Members by section; none for nobody, and one section of one where there is but one person. */
export function divide(people: readonly string[], { size, seed, met }: Aim): readonly (readonly string[])[] {
  if (people.length === 0) return [];
  const sizes = sizesFor(people.length, size);
  let best: readonly (readonly string[])[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (let start = 0; start < STARTS && fewest > 0; start += 1) {
    const sections = settle(greedy(shuffled(people, seed + start * 7919), sizes, met), met);
    const again = meetings(sections, met);
    if (again < fewest) [best, fewest] = [sections, again];
  }
  // Exchanges of two can get stuck where a division without any meeting is there, as with pairs late in a course.
  return fewest === 0 ? best : (strangers(shuffled(people, seed), sizes, met) ?? best);
}

/** Places that are tried before the search for a division of strangers is given up: some 20 ms. */
const MOST_TRIED = 60_000;

/** A division in which nobody has met anybody of their section, or null where none is found within the bound. */
function strangers(
  people: readonly string[],
  sizes: readonly number[],
  met: Met,
): readonly (readonly string[])[] | null {
  const sections: string[][] = sizes.map(() => []);
  const left = new Set(people);
  let tried = 0;
  const fill = (at: number): boolean => {
    const section = sections[at];
    if (section === undefined) return true;
    if (section.length === sizes[at]) return fill(at + 1);
    const last = section.at(-1);
    // The orders of one section are alike: its people come in the order of all.
    for (const person of people.slice(last === undefined ? 0 : people.indexOf(last) + 1)) {
      if (!left.has(person)) continue;
      if (section.some((other) => met.times(person, other) > 0)) continue;
      tried += 1;
      if (tried > MOST_TRIED) return false;
      section.push(person);
      left.delete(person);
      if (fill(at)) return true;
      section.pop();
      left.add(person);
      // Sections of a size are alike, too: where all that are left have it, whoever is first begins this one.
      if (section.length === 0 && sizes.slice(at).every((size) => size === sizes[at])) return false;
    }
    return false;
  };
  return fill(0) ? sections : null;
}

/** Sizes of the sections for so many people: as near to `size` from below as goes without anybody alone. */
export function sizesFor(people: number, size: number): readonly number[] {
  const asked = Math.ceil(people / Math.max(1, size));
  const count = Math.max(1, Math.min(asked, Math.floor(people / 2)));
  const [least, larger] = [Math.floor(people / count), people % count];
  return Array.from({ length: count }, (_, i) => least + (i < larger ? 1 : 0));
}

/** How often pairs of one section have met before, each pair as often as it did. */
export function meetings(sections: readonly (readonly string[])[], met: Met): number {
  let again = 0;
  for (const section of sections) {
    section.forEach((a, i) => {
      for (const b of section.slice(i + 1)) again += met.times(a, b);
    });
  }
  return again;
}

/** From who sat in which section: everybody who was in one at any time has met everybody else of it. */
export function metIn(sections: readonly (readonly string[])[]): Met {
  const times = new Map<string, Map<string, number>>();
  const count = (a: string, b: string) => {
    const of = times.get(a) ?? new Map<string, number>();
    times.set(a, of.set(b, (of.get(b) ?? 0) + 1));
  };
  for (const section of sections) for (const a of section) for (const b of section) if (a !== b) count(a, b);
  return { times: (a, b) => times.get(a)?.get(b) ?? 0 };
}

function greedy(people: readonly string[], sizes: readonly number[], met: Met): string[][] {
  const sections: string[][] = sizes.map(() => []);
  for (const person of people) {
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    sections.forEach((section, i) => {
      if (section.length >= (sizes[i] ?? 0)) return;
      const cost = costOf(person, section, met);
      // Of equals the emptiest, so that the free places are spread to the end.
      if (cost < least || (cost === least && section.length < (sections[chosen]?.length ?? 0))) {
        [chosen, least] = [i, cost];
      }
    });
    sections[chosen]?.push(person);
  }
  return sections;
}

/** Exchanges two people wherever that lowers the count, until nothing does. */
function settle(sections: string[][], met: Met): readonly (readonly string[])[] {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let isBetter = false;
    for (const [i, one] of sections.entries()) {
      for (const other of sections.slice(i + 1)) if (exchange(one, other, met)) isBetter = true;
    }
    if (!isBetter) break;
  }
  return sections;
}

function exchange(one: string[], other: string[], met: Met): boolean {
  let isBetter = false;
  for (const [i, a] of one.entries()) {
    const costA = costOf(a, one, met);
    if (costA === 0) continue;
    for (const [j, b] of other.entries()) {
      const before = costA + costOf(b, other, met);
      const after = costOf(b, one, met) + costOf(a, other, met) - 2 * met.times(a, b);
      if (after >= before) continue;
      [one[i], other[j]] = [b, a];
      isBetter = true;
      break;
    }
  }
  return isBetter;
}

function costOf(person: string, section: readonly string[], met: Met): number {
  let cost = 0;
  for (const other of section) if (other !== person) cost += met.times(person, other);
  return cost;
}

/** Fisher and Yates, with a generator of 32 bits (mulberry32, public domain) so that a preview can be had again. */
function shuffled(people: readonly string[], seed: number): readonly string[] {
  const random = generator(seed);
  const all = [...people].sort();
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [all[i], all[j]];
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
  }
  return all;
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
}
