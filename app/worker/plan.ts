/** What the worker does with a request, decided by its address alone. */
import { shellPages } from "./kept.ts";

/** The part of a request that decides. */
export type Asked = { readonly method: string; readonly url: string; readonly mode: string };

export type Plan =
  /** Left to the browser, as if there were no worker. */
  | { readonly kind: "pass" }
  /** Never changes: kept on first sight, answered from what is kept. */
  | { readonly kind: "asset" }
  /** As an asset, but of the person who may see it. */
  | { readonly kind: "picture" }
  /** From the network, and kept in case it goes; `key` is the address under which it is kept. */
  | { readonly kind: "page"; readonly key: string }
  /** From the network alone; without one it leads to what is kept. */
  | { readonly kind: "elsewhere" };

const text = /^\/t\/[0-9A-HJKMNP-TV-Z]{26}$/u;
const shell: ReadonlySet<string> = new Set(shellPages);

/**
 * Changes, data, sockets and everything of other origins pass: what is read offline is whole pages, and their notes come from
 * the rooms' copies. A list of routes (`/__manifest`) names its build in its address and never changes.
 */
export function planFor({ method, url, mode }: Asked, origin: string): Plan {
  const address = new URL(url);
  if (method !== "GET" || address.origin !== origin) return { kind: "pass" };
  const { pathname } = address;
  if (mode === "navigate") {
    if (text.test(pathname) || shell.has(pathname)) return { kind: "page", key: pathname };
    return { kind: "elsewhere" };
  }
  if (pathname.startsWith("/assets/") || pathname === "/__manifest") return { kind: "asset" };
  if (pathname.startsWith("/pictures/")) return { kind: "picture" };
  return { kind: "pass" };
}

/** True for the page of a text, of which only the latest are kept. */
export function isText(path: string): boolean {
  return text.test(path);
}
