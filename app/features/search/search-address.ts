import { type SearchAsked, shows } from "#app/context/search.ts";
import { formatQuery } from "#app/domain/search/format.ts";
import { type Query, sorts } from "#app/domain/search/query.ts";
import { spellings } from "#app/domain/search/spelling.ts";
import { spokenLocale } from "#app/words/localised.ts";

/** What the address of a search says; whatever it does not say, or says wrongly, is as at first. */
export function readAddress(params: URLSearchParams): SearchAsked {
  return {
    line: (params.get("q") ?? "").trim(),
    sort: sorts.find((sort) => sort === params.get("sort")) ?? "time",
    show: shows.find((show) => show === params.get("show")) ?? "all",
    everywhere: params.get("where") === "all",
    after: params.get("after"),
  };
}

/** The address of a search in a group, without what is as at first. */
export function writeAddress(group: string, { line, sort, show, everywhere, after }: SearchAsked): string {
  const params = new URLSearchParams({
    ...(line === "" ? {} : { q: line }),
    ...(sort === "time" ? {} : { sort }),
    ...(show === "all" ? {} : { show }),
    ...(everywhere ? { where: "all" } : {}),
    ...(after === null ? {} : { after }),
  });
  return `/g/${group}/search${params.size === 0 ? "" : `?${params}`}`;
}

/** The same search with another query, from its first page on. */
export function withQuery(asked: SearchAsked, query: Query): SearchAsked {
  return { ...asked, line: formatQuery(query, spellings[spokenLocale()]), after: null };
}
