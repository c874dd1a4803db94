/** The composed server, on a port and in a folder of its own, with a clock that stands still. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { ulid } from "ulid";
import { compose, type Edges, type Site } from "#server/compose.ts";
import { readEnvironment } from "#server/http/environment.ts";
import type { Transport } from "#server/mail/transport.ts";

type Message = Parameters<Transport>[0];

export type ComposedSite = {
  readonly site: Site;
  readonly dataDir: string;
  /** What the site's clock says, milliseconds; tests move it. */
  readonly time: { now: number };
  readonly mails: readonly Message[];
  /** Closes the site and removes its folder. */
  readonly close: () => Promise<void>;
};

/** `env` is read as the process would read it; DATA_DIR, HOST and PORT are given. Without `pages` it has none. */
export async function composeSite(
  env: Readonly<Record<string, string>> = {},
  { pages }: Pick<Edges, "pages"> = {},
): Promise<ComposedSite> {
  const dataDir = mkdtempSync(join(tmpdir(), "glossa-site-"));
  const environment = readEnvironment({ DATA_DIR: dataDir, HOST: "127.0.0.1", PORT: "0", NODE_ENV: "test", ...env });
  if (!environment.ok) throw new Error(environment.sentences.join("\n"));
  const time = { now: Date.UTC(2026, 9, 1, 12) };
  const mails: Message[] = [];
  const site = await compose(environment.value, {
    clock: () => time.now,
    newId: () => ulid(time.now),
    log: pino({ level: "silent" }),
    mail: async (message) => void mails.push(message),
    ...(pages === undefined ? {} : { pages }),
  });
  return {
    ...{ site, dataDir, time, mails },
    async close() {
      await site.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
