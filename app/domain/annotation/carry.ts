/** From a revision to the next: where the passage of a note stands after an edit. */
import { likeness } from "#app/domain/diff/likeness.ts";
import { type EditScript, editScript, type Kept } from "#app/domain/document/edit-script.ts";
import type { Target, TargetState } from "./annotation.ts";
import { describe, type Span, tidySpan } from "./describe.ts";

/** Two revisions (ids and plain texts) and what leads from one to the other. */
export type Edit = {
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly after: string;
  readonly script: EditScript;
};

/** `span` is empty, at the place where the words were, for `uncertain` and `lost`; `guess` is where they may be. */
export type Carried = { readonly span: Span; readonly state: TargetState; readonly guess: Span | null };

/** Likeness of old and new words from which the new ones are taken for the old, and from which they are worth a look. */
const SURE = 0.6;
const POSSIBLE = 0.3;
/** Share of the words that stays, and pieces in which it may, when something was put in between them. */
const ALL_KEPT = 0.9;
const MOST_PIECES = 3;
/** Code units of a quotation that is known again wherever it was put in. */
const LEAST_MOVED = 24;

export function makeEdit(revisions: Pick<Edit, "from" | "to" | "before" | "after">): Edit {
  return { ...revisions, script: editScript(revisions.before, revisions.after) };
}

/**
 * Follows the words through the edit and never searches for them where the edit put nothing: a passage that was taken out
 * is lost, however much a neighbour resembles it.
 */
export function carrySpan({ before, after, script }: Edit, { start, end }: Span): Carried {
  const exact = before.slice(start, end);
  const moved = coveringRun(script.moved, { start, end });
  if (moved !== null) return placed(moved.after + start - moved.before, exact.length, "moved");
  const whole = coveringRun(script.kept, { start, end });
  if (whole !== null) return placed(whole.after + start - whole.before, exact.length, "exact");

  const spans = candidates({ before, after, script }, { start, end });
  const there = onlyWithin(after, exact, spans);
  if (there !== null) return placed(there, exact.length, "exact");
  const best = bestOf(after, exact, spans);
  if (best !== null && folded(after.slice(best.span.start, best.span.end)) === folded(exact)) {
    return { span: best.span, state: "exact", guess: null };
  }
  const isKept = best !== null && isAllKept(script, { start, end });
  if (best !== null && (isKept || best.likeness >= SURE)) return { span: best.span, state: "changed", guess: null };
  const elsewhere = putIn(script, after, exact);
  const [only] = elsewhere;
  if (only !== undefined && elsewhere.length === 1) return placed(only, exact.length, "moved");
  const place = carryOffset(script, start);
  const span = { start: place, end: place };
  if (only !== undefined) return { span, state: "uncertain", guess: { start: only, end: only + exact.length } };
  if (best !== null && best.likeness >= POSSIBLE) return { span, state: "uncertain", guess: best.span };
  return { span, state: "lost", guess: null };
}

/** Where a place of the old text is in the new one: at the words that followed it, or where they would be. */
export function carryOffset({ kept, moved }: EditScript, offset: number): number {
  const run = runAt(moved, offset) ?? runAt(kept, offset);
  if (run !== null) return run.after + offset - run.before;
  const last = kept[lastBefore(kept, offset)];
  return last === undefined ? 0 : last.after + last.length;
}

/**
 * The target in the newest revision. `editFrom` gives the edit from a revision to it, null for one that is not known any
 * more. Words that come back, as when somebody goes back to an older revision, are found where they were.
 */
export function carryTarget(target: Target, editFrom: (source: string) => Edit | null): Target {
  const origin = target.was;
  const fromOrigin = origin === undefined ? null : editFrom(origin.source);
  if (origin !== undefined && fromOrigin !== null) {
    const home = carrySpan(fromOrigin, origin);
    if (home.state === "exact" || home.state === "moved") return standing(fromOrigin, home);
    if (target.state !== "changed" && home.state === "changed") return { ...standing(fromOrigin, home), was: origin };
  }
  const edit = editFrom(target.source);
  if (edit === null) return target;
  const [position, quote] = target.selector;
  if (target.state === "uncertain" || target.state === "lost") {
    const place = carryOffset(edit.script, position.start);
    return { ...target, source: edit.to, selector: [{ ...position, start: place, end: place }, quote] };
  }
  const carried = carrySpan(edit, position);
  const was = origin ?? { source: target.source, start: position.start, end: position.end, exact: quote.exact };
  if (carried.state === "uncertain" || carried.state === "lost") {
    const { start, end } = carried.span;
    return { source: edit.to, selector: [{ ...position, start, end }, quote], state: carried.state, was };
  }
  const there = standing(edit, carried);
  if (carried.state === "changed") return { ...there, was };
  return origin === undefined ? there : { ...there, state: "changed", was };
}

function standing({ to, after }: Edit, { span, state }: Carried): Target {
  return { source: to, selector: describe(after, span), state };
}

function placed(start: number, length: number, state: TargetState): Carried {
  return { span: { start, end: start + length }, state, guess: null };
}

/** Index of the last run that begins before or at an offset, -1 for none. */
function lastBefore(runs: readonly Kept[], offset: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const half = (low + high) >>> 1;
    if ((runs[half]?.before ?? 0) <= offset) low = half + 1;
    else high = half;
  }
  return low - 1;
}

/** The run in which an offset stands, its end included. */
function runAt(runs: readonly Kept[], offset: number): Kept | null {
  const run = runs[lastBefore(runs, offset)];
  return run !== undefined && offset <= run.before + run.length ? run : null;
}

function coveringRun(runs: readonly Kept[], { start, end }: Span): Kept | null {
  const run = runs[lastBefore(runs, start)];
  return run !== undefined && end <= run.before + run.length ? run : null;
}

/** Whether nearly all of the words stay, in a few pieces: something was put in between, however long it is. */
function isAllKept({ kept }: EditScript, { start, end }: Span): boolean {
  let [stays, pieces] = [0, 0];
  for (let at = Math.max(0, lastBefore(kept, start)); at < kept.length; at += 1) {
    const run = kept[at];
    if (run === undefined || run.before >= end) break;
    const shared = Math.min(end, run.before + run.length) - Math.max(start, run.before);
    if (shared <= 0) continue;
    stays += shared;
    pieces += 1;
  }
  return pieces <= MOST_PIECES && stays >= ALL_KEPT * (end - start);
}

type Gap = { readonly before: Span; readonly after: Span };

/** What was replaced around an offset that is in no run. */
function gapAt({ before, after, script: { kept } }: Pick<Edit, "before" | "after" | "script">, offset: number): Gap {
  const at = lastBefore(kept, offset);
  const [left, right] = [kept[at], kept[at + 1]];
  return {
    before: { start: left ? left.before + left.length : 0, end: right?.before ?? before.length },
    after: { start: left ? left.after + left.length : 0, end: right?.after ?? after.length },
  };
}

/** The spans that may hold the words now: from each beginning that they may have to each end. */
function candidates(edit: Pick<Edit, "before" | "after" | "script">, { start, end }: Span): readonly Span[] {
  const { kept } = edit.script;
  const first = kept[lastBefore(kept, start)];
  const isStartKept = first !== undefined && start < first.before + first.length;
  const starts = isStartKept ? [first.after + start - first.before] : startsIn(edit, gapAt(edit, start), start);
  const last = kept[lastBefore(kept, end - 1)];
  const isEndKept = last !== undefined && end <= last.before + last.length;
  const ends = isEndKept ? [last.after + end - last.before] : endsIn(edit, gapAt(edit, end - 1), end);
  return starts.flatMap((from) =>
    ends.flatMap((to) => tidySpan(edit.after, { start: from, end: to }) ?? []).filter(({ start: at }) => at >= from),
  );
}

/** What the words began with was replaced: by all that came in, by its last part of that length, or by nothing. */
function startsIn({ after }: Pick<Edit, "after">, gap: Gap, start: number): readonly number[] {
  const share = gap.before.end - start;
  const cut = wordBefore(after, gap.after.end - share, gap.after.start);
  return [...new Set(start === gap.before.start ? [gap.after.start, cut, gap.after.end] : [cut, gap.after.end])];
}

function endsIn({ after }: Pick<Edit, "after">, gap: Gap, end: number): readonly number[] {
  const share = end - gap.before.start;
  const cut = wordAfter(after, gap.after.start + share, gap.after.end);
  return [...new Set(end === gap.before.end ? [gap.after.end, cut, gap.after.start] : [cut, gap.after.start])];
}

function wordBefore(text: string, from: number, least: number): number {
  let at = Math.max(from, least);
  while (at > least && isWithinWord(text, at)) at -= 1;
  return at;
}

function wordAfter(text: string, from: number, most: number): number {
  let at = Math.min(from, most);
  while (at < most && isWithinWord(text, at)) at += 1;
  return at;
}

function isWithinWord(text: string, at: number): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
}

/**
 * Where the very words stand between the ends that they may have. Of two sentences that begin alike the shortest script may
 * keep the beginning of one and the rest of the other.
 */
function onlyWithin(after: string, exact: string, spans: readonly Span[]): number | null {
  const from = Math.min(...spans.map(({ start }) => start));
  const within = after.slice(from, Math.max(...spans.map(({ end }) => end)));
  const at = spans.length === 0 ? -1 : within.indexOf(exact);
  return at === -1 || within.indexOf(exact, at + 1) !== -1 ? null : from + at;
}

function bestOf(after: string, exact: string, spans: readonly Span[]) {
  let best: { readonly span: Span; readonly likeness: number } | null = null;
  for (const span of spans) {
    const like = likeness(exact, after.slice(span.start, span.end));
    if (best === null || like > best.likeness) best = { span, likeness: like };
  }
  return best;
}

/** Letters in one form, all white space as one: what a reader takes for the same words. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‘’‚ʼ]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/\u00ad/gu, "")
    .replace(/\s+/gu, " ");
}

/** Where the edit put the very same words in, at most two places. */
function putIn({ added }: EditScript, after: string, exact: string): readonly number[] {
  if (exact.length < LEAST_MOVED) return [];
  const found: number[] = [];
  for (const { start, end } of added) {
    if (end - start < exact.length) continue;
    const words = after.slice(start, end);
    for (let at = words.indexOf(exact); at !== -1 && found.length < 2; at = words.indexOf(exact, at + 1)) {
      found.push(start + at);
    }
    if (found.length === 2) break;
  }
  return found;
}
