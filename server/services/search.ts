/** Finding notes and passages: everything goes through the audiences that the viewer may read now. */
import type { Bounded, SearchAnswer, SearchAsked, SearchService } from "#app/context/search.ts";
import { parseQuery } from "#app/domain/search/parse.ts";
import type { Query } from "#app/domain/search/query.ts";
import { COUNTED, type CountedNote } from "#db/repositories/search/count-notes.ts";
import { type FoundRow, LOOKED_AT, SORTED } from "#db/repositories/search/find-notes.ts";
import type { Store } from "#db/store.ts";
import { completionsOf } from "./search/completions.ts";
import { readPlace, writePlace } from "./search/place.ts";
import { type Resolved, resolve } from "./search/resolve.ts";
import { shownFacets, shownNotes, shownPassages } from "./search/shown.ts";
import { type Sight, sightOf } from "./search/sight.ts";

/** Notes or passages on a page. */
const PAGE = 20;
/** Passages above the notes where both are shown. */
const FIRST_PASSAGES = 3;

type Page<T> = { readonly shown: readonly T[]; readonly next: string | null; readonly isPartial: boolean };
const nothing = { shown: [], next: null, isPartial: false } as const;

/** The service; `read` is the store of the read-only connection, `clock` in milliseconds since 1970. */
export function makeSearchService({
  read,
  clock,
}: {
  readonly read: Store;
  readonly clock: () => number;
}): SearchService {
  return {
    async find(viewer, groupId, asked) {
      const sight = await sightOf(read, viewer, { groupId, everywhere: asked.everywhere, now: clock() });
      const query = parseQuery(asked.line);
      const resolved = resolve(query, sight, viewer.timeZone);
      const counted = resolved.notes === null ? [] : await read.search.counted(resolved.notes);
      const notes = asked.show === "texts" ? nothing : await notePage(read, sight, { query, resolved, asked, counted });
      const passages = asked.show === "notes" ? nothing : await passagePage(read, sight, { query, resolved, asked });
      return {
        query,
        notes: notes.shown,
        passages: passages.shown,
        noteCount: bounded(counted.length),
        passageCount: await countPassages(read, sight, resolved),
        facets: shownFacets(counted.slice(0, COUNTED), sight),
        unknown: resolved.unknown,
        next: asked.show === "texts" ? passages.next : notes.next,
        isPartial: notes.isPartial,
      };
    },

    async complete(viewer, groupId, { facet, typed, everywhere }) {
      return completionsOf(read, await sightOf(read, viewer, { groupId, everywhere, now: clock() }), { facet, typed });
    },
  };
}

type Asking = { readonly query: Query; readonly resolved: Resolved; readonly asked: SearchAsked };

async function notePage(
  read: Store,
  sight: Sight,
  {
    query,
    resolved: { notes },
    asked: { sort, after },
    counted,
  }: Asking & { readonly counted: readonly CountedNote[] },
): Promise<Page<SearchAnswer["notes"][number]>> {
  if (notes === null) return nothing;
  const place = readPlace(after);
  const most = PAGE + 1;
  // The newest were counted a moment ago; the index need not be asked for them again.
  const isCounted = sort === "time" && place === null;
  const rows = isCounted
    ? counted.slice(0, most).map(placeOf)
    : await read.search.page(notes, { sort, after: place, most });
  const page = rows.slice(0, PAGE);
  const details = await read.search.details(
    page.map(({ id }) => id),
    sight.scope,
  );
  const shown = shownNotes(details, query, sight);
  const last = page.at(-1);
  const next = rows.length > PAGE && last !== undefined ? writePlace(last) : null;
  if (sort !== "time") {
    const mayBePartial = notes.flags.length > 0 || counted.length > COUNTED;
    return { shown, next, isPartial: mayBePartial && (await read.search.looked(notes)).count > SORTED };
  }
  if (next !== null || notes.flags.length === 0) return { shown, next, isPartial: false };
  // Not a full page: all that match were looked at, or as many as are looked at in one go.
  const looked = await read.search.looked(notes, place?.id);
  const end = looked.count === LOOKED_AT ? looked.last : null;
  return { shown, next: end === null ? null : writePlace({ id: end, key: end, document: "" }), isPartial: false };
}

function placeOf({ id, document }: CountedNote): FoundRow {
  return { id, key: id, document };
}

async function passagePage(
  read: Store,
  sight: Sight,
  { query, resolved: { passages }, asked: { show, after } }: Asking,
): Promise<Page<SearchAnswer["passages"][number]>> {
  // Among notes, passages stand on the first page only.
  if (passages === null || (show === "all" && after !== null)) return nothing;
  const most = show === "all" ? FIRST_PASSAGES : PAGE;
  const begin = show === "all" ? 0 : (readPlace(after)?.id ?? 0);
  const rows = await read.search.passages(shelvesOf(sight), passages, { after: begin, most: most + 1 });
  const page = rows.slice(0, most);
  const last = page.at(-1);
  const next = rows.length > most && last !== undefined ? writePlace({ id: last.id, key: 0, document: "" }) : null;
  return { shown: shownPassages(page, query, sight), next, isPartial: false };
}

async function countPassages(read: Store, sight: Sight, { passages }: Resolved): Promise<Bounded> {
  return bounded(passages === null ? 0 : await read.search.passageCount(shelvesOf(sight), passages, COUNTED + 1));
}

function bounded(count: number): Bounded {
  return { count: Math.min(count, COUNTED), isMore: count > COUNTED };
}

function shelvesOf({ groups, scope }: Sight) {
  return { groups: groups.map(({ id }) => id), gone: scope.gone };
}
