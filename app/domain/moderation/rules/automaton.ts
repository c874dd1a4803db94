/**
 * Many words looked for in one pass: Aho and Corasick, "Efficient string matching" (1975). Edges stand in one hash table of
 * typed arrays; objects for each node would take 10,000 words some 30 MB.
 */

/** Called for each word that ends at `end` (exclusive), by its index in the list. */
export type OnWord = (word: number, end: number) => void;

export type Automaton = { readonly search: (text: string, onWord: OnWord) => void };

const NONE = -1;
/** Full enough to stay small, empty enough that most edges are found at the first look. */
const FILL = 0.5;

/** Words, or nodes, after which building pauses: about 2 ms. */
const STEP = 500;

/** The automaton of those words; empty ones are never found. Units are UTF-16. */
export function buildAutomaton(words: readonly string[]): Automaton {
  const building = automatonInSteps(words);
  for (;;) {
    const { done, value } = building.next();
    if (done) return value;
  }
}

/** The same, with pauses: 10,000 words take 60 ms, and whoever builds on a busy thread lets others in between. */
export function* automatonInSteps(words: readonly string[]): Generator<void, Automaton> {
  const most = words.reduce((sum, { length }) => sum + length, 1);
  const edges = makeEdges(most);
  /** The last word that ends at a node, and the one in the list before it that is the same. */
  const ending = new Int32Array(most).fill(NONE);
  const same = new Int32Array(words.length).fill(NONE);
  let nodes = 1;
  for (const [index, word] of words.entries()) {
    if (word === "") continue;
    let node = 0;
    for (let at = 0; at < word.length; at += 1) {
      const next = edges.find(node, word.charCodeAt(at));
      node = next === NONE ? edges.add(node, word.charCodeAt(at), nodes++) : next;
    }
    same[index] = ending[node] ?? NONE;
    ending[node] = index;
    if (index % STEP === 0) yield;
  }
  const { fails, shorter } = yield* linked(edges, ending, nodes);

  return {
    search(text, onWord) {
      let node = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        let next = edges.find(node, unit);
        while (next === NONE && node !== 0) {
          node = fails[node] ?? 0;
          next = edges.find(node, unit);
        }
        node = next === NONE ? 0 : next;
        let found = (ending[node] ?? NONE) === NONE ? (shorter[node] ?? 0) : node;
        for (; found > 0; found = shorter[found] ?? 0) {
          for (let word = ending[found] ?? NONE; word !== NONE; word = same[word] ?? NONE) onWord(word, at + 1);
        }
      }
    },
  };
}

type Edges = ReturnType<typeof makeEdges>;

function makeEdges(most: number) {
  const size = 2 ** Math.ceil(Math.log2(most / FILL + 2));
  const [from, to, units] = [new Int32Array(size).fill(NONE), new Int32Array(size), new Uint16Array(size)];
  /** In the order in which they came: a node always after the one above it. */
  const [parents, letters] = [new Int32Array(most), new Uint16Array(most)];
  const slotOf = (node: number, unit: number) => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    while (from[slot] !== NONE && (from[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & (size - 1);
    return slot;
  };
  return {
    parents,
    letters,
    find(node: number, unit: number): number {
      const slot = slotOf(node, unit);
      return from[slot] === NONE ? NONE : (to[slot] ?? NONE);
    },
    add(node: number, unit: number, child: number): number {
      const slot = slotOf(node, unit);
      from[slot] = node;
      units[slot] = unit;
      to[slot] = child;
      parents[child] = node;
      letters[child] = unit;
      return child;
    },
  };
}

/** Where to go on when no letter fits, and the next shorter word that ends at the same place; 0 for none. */
function* linked(edges: Edges, ending: Int32Array, nodes: number) {
  const [fails, shorter] = [new Int32Array(nodes), new Int32Array(nodes)];
  for (const [index, node] of byDepth(edges.parents, nodes).entries()) {
    if (index % (STEP * 8) === 0) yield;
    const above = edges.parents[node] ?? 0;
    const unit = edges.letters[node] ?? 0;
    let fail = above;
    let next = NONE;
    while (fail !== 0 && next === NONE) {
      fail = fails[fail] ?? 0;
      next = edges.find(fail, unit);
    }
    const target = next === NONE ? 0 : next;
    fails[node] = target;
    shorter[node] = (ending[target] ?? NONE) === NONE ? (shorter[target] ?? 0) : target;
  }
  return { fails, shorter };
}

/** All nodes but the root, those of one level after those of the level above. */
function byDepth(parents: Int32Array, nodes: number): Int32Array {
  const depths = new Int32Array(nodes);
  const counts: number[] = [0];
  for (let node = 1; node < nodes; node += 1) {
    const depth = (depths[parents[node] ?? 0] ?? 0) + 1;
    depths[node] = depth;
    counts[depth] = (counts[depth] ?? 0) + 1;
  }
  const next: number[] = [];
  let sum = 0;
  for (const [depth, count] of counts.entries()) {
    next[depth] = sum;
    sum += count ?? 0;
  }
  const order = new Int32Array(nodes - 1);
  for (let node = 1; node < nodes; node += 1) {
    const depth = depths[node] ?? 0;
    const at = next[depth] ?? 0;
    order[at] = node;
    next[depth] = at + 1;
  }
  return order;
}
