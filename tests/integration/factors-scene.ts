/** People with second factors on a site of small routes. */
import type { Viewer } from "#app/context/viewer.ts";
import { codeAt, stepAt } from "#server/auth/totp.ts";
import { secretOf } from "#tests/support/base32.ts";
import { makeSoftPasskey, type SoftPasskey } from "#tests/support/soft-passkey.ts";
import { home, PASSWORD, type TestSite } from "./accounts-site.ts";

export const STEP = 30_000;

export type Guarded = {
  readonly viewer: Viewer;
  readonly cookie: string;
  readonly sessionId: string;
  /** The code of the app now, or that many steps away. */
  readonly code: (away?: number) => string;
  readonly recovery: readonly string[];
};

export const cookieOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";

/** Somebody with an app; one step has passed since its first code. */
export async function withApp(site: TestSite, name: string): Promise<Guarded> {
  const { viewer, cookie } = await site.person(name);
  const sessionId = await site.sessionId(cookie);
  const { factors } = site.services;
  await factors.beginApp(viewer);
  const secret = secretOf((await factors.appSecret(viewer))?.text ?? "");
  const code = (away = 0): string => codeAt(secret, stepAt(site.time.now) + away);
  const { codes } = await factors.confirmApp(viewer, sessionId, { code: code() });
  site.time.now += STEP;
  return { viewer: await site.viewer(cookie), cookie, sessionId, code, recovery: codes };
}

/** Adds a passkey to an account. */
export async function addPasskey(
  site: TestSite,
  { viewer, sessionId }: Pick<Guarded, "viewer" | "sessionId">,
  name = "Phone",
): Promise<SoftPasskey> {
  const passkey = makeSoftPasskey("http://localhost:3000");
  const options = await site.services.factors.ask({ viewer, sessionId }, home, "enrol");
  await site.services.factors.addPasskey(viewer, sessionId, { passkey: passkey.register(options), name });
  return passkey;
}

/** Signs in by address and password; gives the cookie and what the site then wants. */
export async function signIn(site: TestSite, email: string) {
  const signed = await site.services.accounts.signIn(home, { email, password: PASSWORD });
  const cookie = cookieOf(signed.setCookie);
  const known = await site.services.whoAsks(cookie);
  return { cookie, awaitsFactor: signed.awaitsFactor ?? false, wants: known?.wants ?? null, known };
}

/** The half session of somebody who has typed the password; opened past it, since each costs a hash. */
export async function halfOf(site: TestSite, email: string) {
  const member = await site.read.members.byEmailKey(email);
  const { setCookie } = await site.storage.writer.transact((store) =>
    site.services.sessions.open(store, member?.id ?? "", home, true),
  );
  const cookie = cookieOf(setCookie);
  const known = await site.services.whoAsks(cookie);
  if (known === null || known.wants === null) throw new Error(`${email} is through already.`);
  return { cookie, half: { ...known, wants: known.wants } };
}
