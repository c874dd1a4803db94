/** Names of hosts as people list them, and whether a link leads there. */
import { urlOf } from "../../url.ts";

/** The host of an entry, as addresses name it ("müller.example" as its ASCII form); null for what is no host. */
export function hostOf(typed: string): string | null {
  const bare = typed.trim().replace(/^\*?\./u, "");
  const address = /^[a-z][a-z0-9+.-]{0,20}:\/\//iu.test(bare) ? bare : `http://${bare}`;
  if (bare === "" || /\s/u.test(bare)) return null;
  const host = (urlOf(address)?.hostname ?? "").replace(/\.$/u, "").toLowerCase();
  return host === "" ? null : host;
}

/** True when the host is one of those, or below one of them. */
export function isAmong(host: string, hosts: ReadonlySet<string>): boolean {
  for (let at = 0; at !== -1; ) {
    if (hosts.has(host.slice(at))) return true;
    const dot = host.indexOf(".", at);
    at = dot === -1 ? -1 : dot + 1;
  }
  return false;
}
