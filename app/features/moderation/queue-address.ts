/** A way to look at the queue as it stands in an address, so that it can be kept and shared. */
import { type Reason, reasons } from "#app/domain/moderation/reason.ts";
import {
  type ClaimFilter,
  claimFilters,
  type QueueFilters,
  type QueueSort,
  type QueueView,
  queueSorts,
  queueViews,
} from "#app/domain/moderation/view.ts";

const HOUR = 60 * 60 * 1000;

/** Waiting times that can be asked for, in milliseconds. */
export const ages = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;
export type Age = keyof typeof ages;

/** What an address asks for; it is as long as it has to be, so that equal ways to look have equal addresses. */
export type Asked = {
  readonly view: QueueView;
  readonly sort: QueueSort;
  readonly filters: QueueFilters;
  readonly cursor: string | null;
};

/** What is shown when nothing is asked for. */
export const FIRST_VIEW: QueueView = "open";
const FIRST_SORT: QueueSort = "priority";

/** Reads the query string of an address; what it does not know it leaves out. */
export function readAsked(search: URLSearchParams): Asked {
  const text = (name: string) => search.get(name)?.trim() || undefined;
  const age = text("age");
  const filters = {
    document: text("text"),
    author: text("author"),
    reason: oneOf<Reason>(reasons, text("reason")),
    rule: text("rule"),
    language: text("language"),
    claim: oneOf<ClaimFilter>(claimFilters, text("claim")),
    assigned: text("assigned"),
    escalated: search.has("escalated") ? true : undefined,
    olderThan: isAge(age) ? ages[age] : undefined,
  };
  return {
    view: oneOf<QueueView>(queueViews, text("view")) ?? FIRST_VIEW,
    sort: oneOf<QueueSort>(queueSorts, text("sort")) ?? FIRST_SORT,
    filters: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)),
    cursor: text("from") ?? null,
  };
}

/** The query string for that, "" for the first view; `readAsked` is its inverse. */
export function addressOf({ view, sort, filters, cursor }: Asked): string {
  const { document, author, reason, rule, language, claim, assigned, escalated, olderThan } = filters;
  const entries: readonly (readonly [string, string | undefined])[] = [
    ["view", view === FIRST_VIEW ? undefined : view],
    ["sort", sort === FIRST_SORT ? undefined : sort],
    ["text", document],
    ["author", author],
    ["reason", reason],
    ["rule", rule],
    ["language", language],
    ["claim", claim],
    ["assigned", assigned],
    ["escalated", escalated === true ? "yes" : undefined],
    ["age", ageOf(olderThan)],
    ["from", cursor ?? undefined],
  ];
  const search = new URLSearchParams();
  for (const [name, value] of entries) if (value !== undefined) search.set(name, value);
  return search.size === 0 ? "" : `?${search}`;
}

/** The name of a waiting time. */
export function ageOf(olderThan: number | undefined): Age | undefined {
  return (Object.keys(ages) as Age[]).find((age) => ages[age] === olderThan);
}

/** How many filters narrow the view down. */
export function countFilters({ filters, sort }: Asked): number {
  return Object.keys(filters).length + (sort === FIRST_SORT ? 0 : 1);
}

function isAge(value: string | undefined): value is Age {
  return value !== undefined && Object.hasOwn(ages, value);
}

function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  return known.find((one) => one === value);
}
