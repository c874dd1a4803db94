/**
 * `npm run bench [-- <name>...]`: measures the server beside two relays, each in a process of its own, and prints tables.
 * Absolute figures are this machine's; the ratios within one run are what holds.
 */
import { resolve } from "node:path";
import { ensureBuild } from "#server/build.ts";
import { anchoring } from "./anchoring.ts";
import { board } from "./board.ts";
import { book } from "./book.ts";
import { carrying } from "./carrying.ts";
import { pin } from "./child.ts";
import { exported } from "./export.ts";
import { fanOut } from "./fan-out.ts";
import { gate } from "./gate.ts";
import { importing } from "./importing.ts";
import { join } from "./join.ts";
import { manyRooms } from "./many-rooms.ts";
import { memory } from "./memory.ts";
import { open } from "./open.ts";
import { overload } from "./overload.ts";
import { paced } from "./paced.ts";
import { page } from "./page.ts";
import { publishing } from "./publishing.ts";
import { queue } from "./queue.ts";
import { rules } from "./rules.ts";
import { search } from "./search.ts";
import { telling } from "./telling.ts";

const benches: Readonly<Record<string, () => Promise<void>>> = {
  paced,
  "fan-out": fanOut,
  overload,
  "many-rooms": manyRooms,
  join,
  memory,
  open,
  gate,
  page,
  book,
  queue,
  board,
  rules,
  search,
  importing,
  anchoring,
  carrying,
  publishing,
  export: exported,
  telling,
};
const chosen = process.argv.slice(2);
ensureBuild(resolve(import.meta.dirname, "..", ".."), console.log);
pin(process.pid, 1);
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const began = performance.now();
  await bench();
  console.log(`\n(${name}: ${((performance.now() - began) / 1000).toFixed(0)} s)`);
}
process.exit();
