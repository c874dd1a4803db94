/** Where this server may call on somebody's behalf: public addresses only, each looked up once and then held to. */
import { lookup } from "node:dns/promises";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Looks a name up; the system's resolver by default. */
export type Resolve = (host: string) => Promise<readonly Vetted[]>;

/** An address with its family, 4 or 6. */
export type Vetted = { readonly address: string; readonly family: number };

/** The system's resolver: hosts file and DNS, all addresses. */
export const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** IANA's special-purpose registries (RFC 6890 and later), and everything that embeds a v4 address in a v6 one. */
const closed = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  closed.addSubnet(net, bits, "ipv4");
}
/** Of v6 only what is handed out to networks is open, without tunnels and documentation. */
const openV6 = new BlockList();
openV6.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  closed.addSubnet(net, bits, "ipv6");
}

/** True for an address on the public internet. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, "ipv4");
    case 6:
      return openV6.check(address, "ipv6") && !closed.check(address, "ipv6");
    default:
      return false;
  }
}

/**
 * The address to connect to for a URL; null where there is none, or where any that the name has is not public: a name with
 * one foot inside is not to be trusted with the other. Only http and https on their own ports, without credentials.
 */
export async function vettedAddress(url: URL, resolve: Resolve): Promise<Vetted | null> {
  const isPlain = (url.protocol === "https:" || url.protocol === "http:") && url.port === "";
  if (!isPlain || url.username !== "" || url.password !== "") return null;
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  const found = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }];
  const [first] = found;
  return first !== undefined && found.every(({ address }) => isPublic(address)) ? first : null;
}

/** What a request looks names up with: the vetted address, since a second look-up could give another one. */
export function heldTo(vetted: Vetted): LookupFunction {
  return (_host, options, done) =>
    options.all === true ? done(null, [vetted]) : done(null, vetted.address, vetted.family);
}
