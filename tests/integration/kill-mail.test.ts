/** Promise: kill -9 at any moment loses no letter whose cause was answered; one that comes twice comes under one Message-ID. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type MailServer, openMailServer } from "#tests/support/mail-server.ts";
import { buildPages, type ServerProcess, startServer } from "#tests/support/server-process.ts";
import { PASSWORD } from "./accounts-site.ts";

const KILLS = 2;
/** Below the number of sign-ups that one address may send in a quarter of an hour. */
const LETTERS = 12;

let dataDir: string;
let mails: MailServer;
let server: ServerProcess;

beforeAll(async () => {
  buildPages();
  dataDir = mkdtempSync(join(tmpdir(), "glossa-kill-mail-"));
  mails = await openMailServer();
  server = await start();
}, 180_000);

afterAll(async () => {
  await server?.end("SIGTERM");
  await mails?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = () => startServer({ DATA_DIR: dataDir, GLOSSA_DEMO: "0", SMTP_URL: mails.url });

/** True when the site answered: the letter is promised then. */
async function signUp(email: string): Promise<boolean> {
  const body = new URLSearchParams({ name: "Grace", email, password: PASSWORD, timeZone: "UTC" });
  const answer = await fetch(`${server.url}/sign-up`, { method: "POST", headers: { Origin: server.url }, body });
  await answer.arrayBuffer();
  return answer.ok;
}

it(`loses no letter in ${KILLS} kills`, { timeout: 120_000 }, async () => {
  const promised = new Set<string>();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const before = promised.size;
    const asked = Array.from({ length: LETTERS }, async (_, n) => {
      const email = `p${kill}-${n}@example.org`;
      if (await signUp(email).catch(() => false)) promised.add(email);
    });
    // Some are answered by then, some are being sent, and some have not begun.
    await vi.waitUntil(() => promised.size > before + LETTERS / 4, { timeout: 20_000, interval: 2 });
    await server.end("SIGKILL");
    await Promise.all(asked);
    server = await start();
  }
  const missing = () => {
    const arrived = new Set(mails.mails.map(({ envelope }) => envelope.to));
    return [...promised].filter((email) => !arrived.has(email));
  };
  // What was under way at a kill comes back with its first pause.
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
  expect(promised.size).toBeGreaterThan(LETTERS / 2);
  const ids = new Map(mails.mails.map(({ envelope, messageId }) => [envelope.to, messageId]));
  for (const { envelope, messageId } of mails.mails) expect(messageId).toBe(ids.get(envelope.to));
});
