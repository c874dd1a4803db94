/**
 * Pages whose address is a secret: whoever reads the path can make an account, reset a password, join a group, stop letters or
 * read what somebody shows.
 */
const tokenPath = /^\/(confirm|reset|setup|email|join|letters|portfolio\/shared|collections\/shared)\/[^/]+/;

/** True for an address that carries a token. */
export function carriesToken(path: string): boolean {
  return tokenPath.test(path);
}

/** The link of a letter that mail programs press for their readers (RFC 8058): a token and nothing after it. */
const onePress = /^\/letters\/[\w-]{43}$/;

/** True for an address that may be posted to from anywhere, since its token alone says what is meant. */
export function isOnePress(path: string): boolean {
  return onePress.test(path);
}

/** The path as it may be logged. The query is no part of it: it may hold what somebody searched for. */
export function loggedPath(path: string): string {
  return path.replace(tokenPath, "/$1/…").slice(0, 200);
}
