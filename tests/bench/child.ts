/** Servers under test run in processes of their own, on a core of their own; this is how the two sides talk. */
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { availableParallelism } from "node:os";

/** CPU in milliseconds since the process began, resident memory in bytes. */
export type Usage = { readonly cpu: number; readonly memory: number };

export type Child = {
  readonly port: number;
  /** What the process used until now; collects garbage first when asked to. */
  usage(settle?: boolean): Promise<Usage>;
  /** Asks the server to do something of its own and resolves with what it answered. */
  ask(question: object): Promise<unknown>;
  stop(): Promise<void>;
};

/** In a server process: listens on a free port of this machine and gives it. */
export async function listenAnywhere(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** In a server process: tells the port and answers questions; other questions than "usage" go to `answer`. */
export function answerParent(port: number, answer: (question: object) => unknown = () => null): void {
  process.on("message", async (question: { readonly usage?: { readonly settle: boolean } }) => {
    if (question.usage === undefined) return process.send?.({ answer: await answer(question) });
    if (question.usage.settle) globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ answer: { cpu: (user + system) / 1000, memory: process.memoryUsage().rss } satisfies Usage });
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ port });
}

/** Starts a server process and resolves when it listens. Its standard error is ours. */
export async function startChild(file: string, ...args: string[]): Promise<Child> {
  const execArgv = ["--import", "tsx", "--expose-gc", ...profiling()];
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  const child: ChildProcess = fork(new URL(file, import.meta.url), args, { execArgv, env });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  pin(child.pid, 0);
  const ask = async (question: object): Promise<unknown> => {
    child.send(question);
    const [{ answer }] = (await once(child, "message")) as [{ answer: unknown }];
    return answer;
  };
  return {
    port,
    ask,
    usage: async (settle = false) => (await ask({ usage: { settle } })) as Usage,
    async stop() {
      const gone = once(child, "exit");
      child.kill();
      await gone;
    },
  };
}

/** Starts a child for one measurement and stops it whatever happens. */
export async function during<T>(starting: Promise<Child>, work: (child: Child) => Promise<T>): Promise<T> {
  const child = await starting;
  try {
    return await work(child);
  } finally {
    await child.stop();
  }
}

/** Keeps a process with all its threads on one core, where the system can; what loads a server must not take its core. */
export function pin(pid: number | undefined, core: number): void {
  if (process.platform !== "linux" || (availableParallelism() < 2 && core > 0)) return;
  try {
    execFileSync("taskset", ["-acp", String(core), String(pid)], { stdio: "ignore" });
  } catch {
    // Without taskset the figures are noisier, not wrong.
  }
}

/** PROFILE=<folder> keeps a CPU profile of every server there. */
function profiling(): readonly string[] {
  const folder = process.env.PROFILE;
  return folder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${folder}`];
}
