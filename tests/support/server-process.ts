/** A real server as a child process, for what only a real process can show. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import { ensureBuild } from "#server/build.ts";
import { compiledServer } from "./compiled-server.ts";

const root = join(import.meta.dirname, "..", "..");
const announcement = z.object({ port: z.number() });

type Child = ChildProcessByStdio<null, Readable, Readable>;

export type ServerProcess = {
  readonly url: string;
  /** Everything on standard error so far. */
  readonly said: () => string;
  /** Sends the signal and resolves with the exit code, null when the signal itself ended the process. */
  readonly end: (signal: "SIGTERM" | "SIGINT" | "SIGKILL") => Promise<number | null>;
};

/** To be called once before servers are started: they all serve the build that is there. */
export function buildPages(): void {
  ensureBuild(root, () => {});
}

/**
 * Starts `server/start.ts` on a free port of 127.0.0.1 and resolves once it is ready; rejects with what it said instead.
 * "compiled" takes a third of the processor time; "as installed" is the command of `npm start` and of the container.
 */
export async function startServer(
  env: Readonly<Record<string, string>>,
  how: "compiled" | "as installed" = "compiled",
): Promise<ServerProcess> {
  const program = how === "compiled" ? [await compiledServer(root)] : ["--import", "tsx", "server/start.ts"];
  const child = spawn(process.execPath, [...program, "--as-built"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "info", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  const port = await portOf(child, said);
  return {
    url: `http://127.0.0.1:${port}`,
    said: () => said.join(""),
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exit = once(child, "exit");
      child.kill(signal);
      const [code] = await exit;
      return code;
    },
  };
}

/** The first log line that names a port. Later lines are read too, or the pipe would fill and stop the server. */
function portOf(child: Child, said: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    // "close" comes after the last word on standard error, "exit" may come before it.
    child.once("close", (code) => {
      reject(new Error(`The server ended with ${code} before it was ready.\n${said.join("")}`));
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const parsed = announcement.safeParse(jsonOf(line));
      if (parsed.success) resolve(parsed.data.port);
    });
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
