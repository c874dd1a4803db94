import { useMemo, useSyncExternalStore } from "react";
import { isPlain } from "#app/domain/markup/bounds.ts";
import { plainMarkup } from "#app/domain/markup/plain.ts";
import type { Markup } from "#app/domain/markup/tree.ts";
import { Cell } from "#app/live/cell.ts";

type Parser = typeof import("#app/domain/markup/parse.ts");

const parser = new Cell<Parser | null>(null);
let loading: Promise<void> | null = null;

/** Fetches what reads markup, once; 26 kB that nobody needs to begin to read. Resolves also when it cannot be had now. */
export function loadMarkupParser(): Promise<void> {
  loading ??= import("#app/domain/markup/parse.ts").then(parser.set.bind(parser)).catch(() => {
    loading = null;
  });
  return loading;
}

/** What a body says; as plain words until the parser is here. `origin` is the site's own address. */
export function useMarkup(body: string, origin: string): Markup {
  const loaded = useSyncExternalStore(parser.subscribe, parser.get, parser.get);
  return useMemo(() => markupOf(body, origin, loaded), [body, origin, loaded]);
}

/** The same outside of components, at this moment. */
export function readMarkup(body: string, origin: string): Markup {
  return markupOf(body, origin, parser.get());
}

function markupOf(body: string, origin: string, loaded: Parser | null): Markup {
  return loaded === null || isPlain(body) ? plainMarkup(body) : loaded.parseMarkup(body, { origin });
}
