/** More commands at once than the server takes: what does not fit is told to come again, and then all is as before. */
import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { percentiles } from "./load.ts";
import { noteOn, post, startComposed } from "./peers.ts";
import { row, table } from "./table.ts";

const AT_ONCE = 4000;
const CALM = 40;

export async function overload(): Promise<void> {
  const columns = ["stored (200)", "come again (429)", "other", "all answered after ms", "server CPU ms each"];
  table(`${AT_ONCE} commands over HTTP at once`, ...columns, "a note before ms", "after ms");
  const { child, stage } = await startComposed({ members: 60, words: 2000, notes: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const send = async (n: number): Promise<{ readonly status: number; readonly took: number }> => {
    const began = performance.now();
    const cookie = stage.cookies[n % stage.cookies.length] ?? "";
    const status = await post(agent, child.port, { cookie, command: noteOn(stage, `Note ${n}`) }).catch(() => 0);
    return { status, took: performance.now() - began };
  };
  const calm = async (): Promise<string> => {
    const times: number[] = [];
    for (let n = 0; n < CALM; n++) times.push((await send(n)).took);
    return percentiles(times).p50.toFixed(1);
  };
  await calm();
  const before = await calm();
  const used = await child.usage();
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => send(n)));
  const took = performance.now() - began;
  const each = ((await child.usage()).cpu - used.cpu) / AT_ONCE;
  await pause(100);
  const after = await calm();
  const count = (wanted: (status: number) => boolean): number => answers.filter(({ status }) => wanted(status)).length;
  row(
    ...[count((status) => status === 200), count((status) => status === 429)],
    ...[count((status) => status !== 200 && status !== 429), took.toFixed(0), each.toFixed(2), before, after],
  );
  agent.destroy();
  await child.stop();
}
