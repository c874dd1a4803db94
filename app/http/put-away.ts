/** Announcements that were put away in this browser. */

const COOKIE = "put-away";

/** Seconds: as long as an announcement can stand. */
const LIFE = 366 * 24 * 60 * 60;

/** Ids that are remembered; older ones are over by then. */
const MOST = 20;

const id = /^[0-9A-HJKMNP-TV-Z]{26}$/u;

/** Ids in a Cookie header. */
export function putAway(cookieHeader: string | null): readonly string[] {
  const value = /(?:^|;\s*)put-away=([^;]*)/u.exec(cookieHeader ?? "")?.[1] ?? "";
  return value.split(".").filter((part) => id.test(part));
}

/** The `Set-Cookie` value with one more; null for what is no id. */
export function putAwayCookie(cookieHeader: string | null, announcement: string): string | null {
  if (!id.test(announcement)) return null;
  const all = [...new Set([...putAway(cookieHeader), announcement])].slice(-MOST);
  return `${COOKIE}=${all.join(".")}; Path=/; Max-Age=${LIFE}; SameSite=Lax; HttpOnly`;
}
