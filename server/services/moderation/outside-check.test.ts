/** Promise: an outside check is signed, is held to one address and to its time, and every failure is one answer. */
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { askOutside, type Question } from "./outside-check.ts";

type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => void;
let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const question: Question = {
  ...{ note: "n", group: "g", document: "d", author: "a", body: "Wörter", tags: [], isEdit: false },
};
const loopback = { address: "127.0.0.1", family: 4 };
const allow: Handle = (_, response) => response.end(JSON.stringify({ verdict: "allow" }));

/** Asks a server on this machine under a name that only the vetted address can lead to. */
async function asked(handle: Handle, over: { readonly timeLimit?: number; readonly secrets?: readonly string[] } = {}) {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    handle(request, response, Buffer.concat(parts).toString());
  });
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return askOutside(
    { clock: () => 1_000, resolve: async () => [], vet: async () => loopback },
    { url: `http://check.invalid:${port}/note`, secrets: ["new"], timeLimit: 2_000, ...over },
    question,
  );
}

it("sends the note and the signature of body and time, with both secrets while they change", async () => {
  let seen: { readonly body: string; readonly signature: unknown; readonly host: unknown } | null = null;
  const answer = await asked(
    (request, response, body) => {
      seen = { body, signature: request.headers["glossa-signature"], host: request.headers.host?.split(":")[0] };
      response.end(JSON.stringify({ verdict: "hold", more: "is not read" }));
    },
    { secrets: ["new", "old"] },
  );
  const body = JSON.stringify(question);
  const sign = (secret: string) => createHmac("sha256", secret).update(`1000.${body}`).digest("hex");
  expect(answer).toEqual({ kind: "answered", verdict: "hold" });
  expect(seen).toEqual({ body, signature: `t=1000,v1=${sign("new")},v1=${sign("old")}`, host: "check.invalid" });
});

describe("fails with", () => {
  it.each<[string, Handle]>([
    ["status", (_, response) => response.writeHead(500).end()],
    ["status", (_, response) => response.writeHead(302, { location: "http://127.0.0.1/" }).end()],
    ["answer", (_, response) => response.end("yes")],
    ["answer", (_, response) => response.end(JSON.stringify({ verdict: "remove" }))],
    ["unreachable", (_, response) => response.end("x".repeat(100_000))],
    ["unreachable", (request) => request.socket.destroy()],
  ])("%s", async (reason, handle) => expect(await asked(handle)).toEqual({ kind: "failed", reason }));

  it("late, when there is no answer in time", async () => {
    expect(await asked(() => {}, { timeLimit: 100 })).toEqual({ kind: "failed", reason: "late" });
  });

  it("address, when it may not be called", async () => {
    const parts = { clock: () => 0, resolve: async () => [{ address: "10.0.0.1", family: 4 }] };
    const answer = await askOutside(parts, { url: "https://inside.example/", secrets: [], timeLimit: 500 }, question);
    expect(answer).toEqual({ kind: "failed", reason: "address" });
  });
});

it("gives the verdict of a plain answer", async () => {
  expect(await asked(allow)).toEqual({ kind: "answered", verdict: "allow" });
});
