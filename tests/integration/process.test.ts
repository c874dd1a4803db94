/** Promise: the process starts or says in one sentence why not, stops cleanly, and shares its data folder with nobody. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#db/client.ts";
import { listenOn } from "#server/listener.ts";
import { listen, signInDemo } from "#tests/support/demo-client.ts";
import { buildPages, type ServerProcess, startServer } from "#tests/support/server-process.ts";

/** Milliseconds for a build. */
const BUILD = 180_000;

let folder: string;
const running: ServerProcess[] = [];

beforeAll(buildPages, BUILD);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "glossa-process-"));
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function start(
  env: Readonly<Record<string, string>> = {},
  how?: Parameters<typeof startServer>[1],
): Promise<ServerProcess> {
  const server = await startServer({ DATA_DIR: folder, ...env }, how);
  running.push(server);
  return server;
}

describe("starting", () => {
  it("plants the demo into an empty folder, once", async () => {
    await (await start({}, "as installed")).end("SIGTERM");
    const { url } = await start({}, "as installed");
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const { sqlite } = openDatabase(join(folder, "glossa.sqlite"), "read");
    expect(sqlite.prepare("SELECT count(*) FROM members").pluck().get()).toBe(12);
    sqlite.close();
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("prints a link for the first administrator of a site without the demo", async () => {
    const { url, said } = await start({ GLOSSA_DEMO: "0" });
    await vi.waitUntil(() => said().includes("/setup/"), { timeout: 5_000 });
    const path = /\/setup\/\S+/.exec(said())?.[0] ?? "";
    expect((await fetch(url + path)).status).toBe(200);
    expect((await fetch(`${url}/setup/wrong`)).status).toBe(404);
  });

  it("refuses a folder that another server has", async () => {
    await start();
    await expect(start()).rejects.toThrow(/Another Glossa \(process \d+\) is using the data folder/);
  });

  it("refuses a port that is in use", async () => {
    const other = createServer();
    const port = await listenOn(other, 0, "127.0.0.1");
    await expect(start({ PORT: String(port) })).rejects.toThrow(`Port ${port} is in use`);
    other.close();
  });

  it("refuses wrong values, each with a sentence that names it", async () => {
    const wrong = { PORT: "many", PUBLIC_URL: "glossa.example", TRUST_PROXY: "yes" };
    const started = start(wrong, "as installed");
    await expect(started).rejects.toThrow(/ended with 1[\s\S]*PORT is "many"[\s\S]*PUBLIC_URL is[\s\S]*TRUST_PROXY is/);
  });

  it("refuses a folder that it cannot write", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    await expect(start({ DATA_DIR: file })).rejects.toThrow(/ended with 1[\s\S]*cannot write to its data folder/);
  });

  it("refuses a database that a newer Glossa has migrated, and leaves it alone", async () => {
    await (await start({ GLOSSA_DEMO: "0" })).end("SIGTERM");
    const { sqlite } = openDatabase(join(folder, "glossa.sqlite"), "write");
    sqlite.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)");
    sqlite.close();
    await expect(start({ GLOSSA_DEMO: "0" })).rejects.toThrow(/ended with 1\b[\s\S]*newer/);
  });
});

describe("stopping", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("by %s tells readers to come back and exits with 0", async (signal) => {
    const server = await start({}, "as installed");
    const { sqlite } = openDatabase(join(folder, "glossa.sqlite"), "read");
    const text = sqlite
      .prepare<[], { readonly room: string; readonly member: string }>(
        `SELECT 'reading/' || d.id || '/' || a.id AS room, d.added_by AS member FROM documents d
         JOIN audiences a ON a.group_id = d.group_id AND a.kind = 'group' LIMIT 1`,
      )
      .get();
    sqlite.close();
    const reader = listen(server.url, await signInDemo(server.url, text?.member ?? ""), text?.room ?? "");
    await vi.waitUntil(() => reader.provider.synced, { timeout: 10_000 });
    const codes: number[] = [];
    reader.provider.on("connection-close", (event: CloseEvent | null) => codes.push(event?.code ?? 0));
    const started = Date.now();
    expect(await server.end(signal)).toBe(0);
    expect(Date.now() - started).toBeLessThan(10_000);
    await vi.waitUntil(() => codes.length > 0, { timeout: 2_000 });
    expect(codes[0]).toBe(1012);
    reader.close();
  });
});
