/** Pages whose address is a secret: whoever reads the path can make an account, reset a password or join a group. */
const tokenPath = /^\/(confirm|reset|setup|email|join)\/[^/]+/;

/** True for an address that carries a token. */
export function carriesToken(path: string): boolean {
  return tokenPath.test(path);
}

/** The path as it may be logged. The query is no part of it: it may hold what somebody searched for. */
export function loggedPath(path: string): string {
  return path.replace(tokenPath, "/$1/…").slice(0, 200);
}
