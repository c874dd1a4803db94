/** The part of the table of Z1 about second factors, leaving, and settings of the site: everybody's own, and the site's. */
import { codeAt, stepAt } from "#server/auth/totp.ts";
import { secretOf } from "#tests/support/base32.ts";
import { makeSoftPasskey } from "#tests/support/soft-passkey.ts";
import { home, PASSWORD } from "./accounts-site.ts";
import { at, form, get, type Scene, type Verb } from "./attack-scene.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const signedIn = [...inside, "outsider", "former", "administrator"] as const;
const unknownToMembers = Object.fromEntries(inside.map((role) => [role, "unknown"] as const));
/** What the composed site is called; a passkey is made for it. */
const ORIGIN = "http://localhost:0";

const security = (fields: (scene: Scene) => Promise<Record<string, string>>): Verb["ready"] =>
  form(at("/settings/security.data?index"), fields);

async function whoOf({ site, actor }: Scene) {
  const sessionId = (await site.site.sessions.read(actor.cookie))?.sessionId ?? "";
  return { viewer: { ...actor.viewer, provedAt: site.time.now }, sessionId };
}

async function newPasskey(scene: Scene): Promise<string> {
  return makeSoftPasskey(ORIGIN).register(await scene.site.site.factors.ask(await whoOf(scene), home, "enrol"));
}

async function ownPasskey(scene: Scene): Promise<string> {
  const { factors } = scene.site.site;
  const { viewer, sessionId } = await whoOf(scene);
  await factors.addPasskey(viewer, sessionId, { passkey: await newPasskey(scene), name: "Key" });
  return (await factors.page(viewer)).passkeys.at(-1)?.id ?? "";
}

async function firstCode(scene: Scene): Promise<string> {
  const { factors } = scene.site.site;
  const { viewer } = await whoOf(scene);
  await factors.beginApp(viewer);
  return codeAt(secretOf((await factors.appSecret(viewer))?.text ?? ""), stepAt(scene.site.time.now));
}

async function ownApp(scene: Scene): Promise<void> {
  const { viewer, sessionId } = await whoOf(scene);
  await scene.site.site.factors.confirmApp(viewer, sessionId, { code: await firstCode(scene) });
}

export const factorVerbs: readonly Verb[] = [
  { name: "factors.page", may: signedIn, ready: get(at("/settings/security.data")) },
  { name: "factors.beginApp", may: signedIn, ready: security(async () => ({ intent: "begin" })) },
  { name: "factors.appSecret", may: signedIn, ready: get(at("/settings/security/app.data")) },
  {
    name: "factors.confirmApp",
    may: signedIn,
    ready: form(at("/settings/security/app.data"), async (scene) => ({ code: await firstCode(scene) })),
  },
  {
    name: "factors.removeApp",
    may: signedIn,
    ready: security(async (scene) => ownApp(scene).then(() => ({ intent: "remove-app" }))),
  },
  {
    name: "factors.renewCodes",
    may: signedIn,
    ready: security(async (scene) => ownApp(scene).then(() => ({ intent: "codes" }))),
  },
  { name: "factors.ask", may: signedIn, ready: form(at("/passkey"), () => ({ purpose: "enrol" })) },
  {
    name: "factors.addPasskey",
    may: signedIn,
    ready: security(async (scene) => ({ intent: "passkey", passkey: await newPasskey(scene), name: "Key" })),
  },
  {
    name: "factors.renamePasskey",
    may: signedIn,
    ready: security(async (scene) => ({ intent: "rename", id: await ownPasskey(scene), name: "New" })),
  },
  {
    name: "factors.removePasskey",
    may: signedIn,
    ready: security(async (scene) => ({ intent: "remove-passkey", id: await ownPasskey(scene) })),
  },
  { name: "factors.prove", may: signedIn, ready: form(at("/reauth.data"), () => ({ proof: PASSWORD })) },

  { name: "ending.obstacles", may: signedIn, ready: get(at("/settings/account.data")) },
  {
    name: "ending.request",
    // The owner of the table is the second one of the group; the outsider is the only one of theirs.
    may: [...inside, "former", "administrator"],
    otherwise: { outsider: "status 409" },
    ready: form(at("/settings/account.data"), async ({ site }) => {
      // Otherwise this one might be the last.
      await site.person({ isAdmin: true });
      return { choice: "anonymise", sure: "yes" };
    }),
  },
  { name: "ending.data", may: signedIn, ready: get(at("/settings/account/data")) },

  {
    name: "admin.resetFactors",
    may: ["administrator"],
    otherwise: unknownToMembers,
    ready: form(at("/admin/members.data"), ({ seminar }) => ({ intent: "factors", member: seminar.owner.id })),
  },
  {
    name: "siteSettings.all",
    may: ["administrator"],
    otherwise: unknownToMembers,
    ready: get(at("/admin/settings.data")),
  },
  {
    name: "siteSettings.change",
    may: ["administrator"],
    otherwise: unknownToMembers,
    ready: form(at("/admin/settings.data")),
  },
];
