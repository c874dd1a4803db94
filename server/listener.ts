/** Opens and shuts the one port. */
import type { Server } from "node:http";
import type { Logger } from "pino";
import { operationsWords } from "#app/words/operations.ts";
import { codeOf, StartError } from "./data-directory.ts";

/** Milliseconds that requests get to finish; with sockets and storage the whole stop stays below 10 s. */
const DRAIN = 7_000;
const IDLE_EVERY = 50;

/** Listens and gives the port, which port 0 leaves to the system. Throws StartError when the port is not to be had. */
export function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const code = codeOf(error);
      const sentence =
        code === "EADDRINUSE" ? operationsWords.portInUse(port) : operationsWords.portRefused(port, host, code);
      reject(new StartError(sentence, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Takes no new connection, lets requests finish, and cuts off those that do not. Sockets are closed by their owner. */
export async function drain(server: Server, log: Logger, limit = DRAIN): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A browser keeps its connection open after the answer, and Node does not look again by itself.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY);
  const timer = setTimeout(() => {
    log.warn(operationsWords.drainTimedOut);
    server.closeAllConnections();
  }, limit);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}
