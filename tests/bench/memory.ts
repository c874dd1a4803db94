/** What an idle connection and an open room hold, as resident memory after a collection. */
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { batchingRelay, plainRelay, type Site, storedRooms } from "./peers.ts";
import { hangUp, openReader, say } from "./readers.ts";
import { row, table } from "./table.ts";

const CONNECTIONS = 1000;
const ROOMS = 1000;
const NOTES = 20;

export async function memory(): Promise<void> {
  table("Memory, kB of resident set", "peer", "an idle connection", `an open room with ${NOTES} notes and one reader`);
  for (const peer of [plainRelay, batchingRelay, storedRooms]) {
    const connection = await growth(await peer.start(), CONNECTIONS);
    if (peer !== storedRooms) {
      row(peer.name, connection, "–");
      continue;
    }
    const site = await peer.start(ROOMS);
    await site.child.ask({ rooms: ROOMS, notes: NOTES });
    row(peer.name, connection, await growth(site, ROOMS));
  }
}

/** Kilobytes that each of so many readers adds, after a few have loaded the code that serves them. */
async function growth(site: Site, count: number): Promise<string> {
  await hangUp(await comeIn(site, 50));
  const before = await settled(site);
  const sockets = await comeIn(site, count);
  const after = await settled(site);
  await hangUp(sockets);
  await site.child.stop();
  return ((after - before) / count / 1000).toFixed(1);
}

/** Lets readers in who have asked for everything and got it. */
async function comeIn(site: Site, count: number): Promise<Socket[]> {
  const sockets = await Promise.all(Array.from({ length: count }, (_, n) => openReader(site.door(n), () => {})));
  for (const socket of sockets) say(socket, [0, 0, 1, 0]);
  return sockets;
}

async function settled(site: Site): Promise<number> {
  await pause(1000);
  await site.child.usage(true);
  await pause(200);
  return (await site.child.usage(true)).memory;
}
