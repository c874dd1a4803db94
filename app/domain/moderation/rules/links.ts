/** Links of a body, found as a reader would follow them: with a scheme, with "www", by mail, and bare names of hosts. */
import { hostOf, isAmong } from "./hosts.ts";
import { type Hit, hitOf, type Place, type Rule } from "./rule.ts";

/** `isSure`: written as an address; a bare name ("end.Next") may be a slip of the keyboard. */
export type FoundLink = { readonly host: string; readonly place: Place; readonly isSure: boolean };

/** What stands between white space, brackets and quotation marks: addresses have none of these. */
const piece = /[^\s<>()[\]{}"“”„«»`|^]+/gu;
const unseen = /[\p{Cf}\p{Cc}]/gu;
const schemeBefore = /[a-z][a-z0-9+.-]{0,19}$/iu;
const bareHost = /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?=$|[/:?#.,;!'*_])/u;
const mailHost = /^(?:mailto:)?[^@/:]{1,64}@((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24})/u;

/** Every link in the order of the body; ours (`ownHost`) are left out. */
export function linksIn(body: string, ownHost: string): readonly FoundLink[] {
  const found: FoundLink[] = [];
  for (const { index, 0: words } of body.matchAll(piece)) {
    const link = linkOf(words.replace(unseen, ""));
    if (link === null || link.host === ownHost) continue;
    found.push({ ...link, place: { start: index, end: index + words.length } });
  }
  return found;
}

/** The hit of a links rule, or null. */
export function linksHit(rule: Rule, links: readonly FoundLink[], isNew: boolean): Hit | null {
  const { test } = rule;
  if (test.kind !== "links" || (test.onlyNew && !isNew)) return null;
  const [denied, allowed] = [hostsOf(test.denied), hostsOf(test.allowed)];
  const counts = ({ host, isSure }: FoundLink) =>
    isAmong(host, denied) || (test.others && isSure && !isAmong(host, allowed));
  const places = links.filter(counts).map(({ place }) => place);
  return places.length === 0 ? null : hitOf(rule, places);
}

function hostsOf(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => hostOf(entry) ?? []));
}

function linkOf(words: string): Omit<FoundLink, "place"> | null {
  const colon = words.indexOf("://");
  if (colon !== -1) {
    const scheme = schemeBefore.exec(words.slice(0, colon))?.[0];
    const host = scheme === undefined ? null : hostOf(words.slice(colon - scheme.length));
    return host === null ? null : { host, isSure: true };
  }
  const bare = words.replace(/^[^\p{L}\p{N}]+/u, "");
  const mail = mailHost.exec(bare)?.[1];
  const name = mail ?? bareHost.exec(bare)?.[0];
  const host = name === undefined ? null : hostOf(name);
  return host === null ? null : { host, isSure: mail !== undefined || /^www\./iu.test(bare) };
}
