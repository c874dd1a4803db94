/** The process: reads its environment, composes the site, listens, and drains when it is told to stop. */
import { type Logger, pino } from "pino";

import { operationsWords } from "#app/words/operations.ts";
import { compose, type Site } from "./compose.ts";
import { StartError } from "./data-directory.ts";
import { type Environment, readEnvironment } from "./http/environment.ts";
import { idSource } from "./new-id.ts";
import { builtPages, livePages } from "./pages.ts";

/** Serves until SIGTERM or SIGINT. Throws StartError for what the operator can mend. */
export async function serve({ root, dev }: { readonly root: string; readonly dev: boolean }): Promise<void> {
  const environment = environmentOrStop();
  const log = pino({ level: environment.logLevel });
  const site = await compose(environment, {
    clock: Date.now,
    newId: idSource(Date.now),
    log,
    pages: (server) => (dev ? livePages(root, server) : builtPages(root)),
  });
  const port = await site.listen();
  await announce(site, environment, port, log);
  stopOnSignal(site, log);
}

function environmentOrStop(): Environment {
  const read = readEnvironment(process.env);
  if (!read.ok) throw new StartError(operationsWords.badEnvironment(read.sentences));
  return read.value;
}

/** One line in the log. The link for the first administrator goes to the terminal only: logs are kept, and read by many. */
async function announce(site: Site, environment: Environment, port: number, log: Logger): Promise<void> {
  const url = environment.publicOrigin ?? `http://localhost:${port}`;
  const isHttps = url.startsWith("https:");
  const remarks: string[] = [site.demo ? operationsWords.demoIsThere : operationsWords.noDemo];
  if (!isHttps) remarks.push(operationsWords.plainHttp);
  log.info(
    { url, port, host: environment.host, demo: site.demo },
    `${operationsWords.ready(url)} (${remarks.join("; ")})`,
  );
  const link = await site.setupLink();
  if (link !== null) process.stderr.write(`${operationsWords.setup(link)}\n`);
}

function stopOnSignal(site: Site, log: Logger): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    // The second signal is somebody who does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, operationsWords.stopping);
    await site.close();
    log.info(operationsWords.stopped);
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Remix's development tools leave at the first signal without waiting for anybody.
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
}
