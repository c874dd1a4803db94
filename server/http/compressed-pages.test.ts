import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import express, { type RequestHandler } from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressedPages } from "./compressed-pages.ts";

const long = `<p>${"Wände und Fenster. ".repeat(400)}</p>`;
let release: () => void = () => {};

const pages: Readonly<Record<string, RequestHandler>> = {
  "/long": (_, res) => {
    res.type("html");
    for (const piece of long.match(/.{1,500}/gsu) ?? []) res.write(piece);
    res.end();
  },
  "/sent": (_, res) => void res.send(long),
  "/short": (_, res) => void res.type("html").send("<p>Short</p>"),
  "/picture": (_, res) => void res.type("image/webp").end(Buffer.alloc(9000)),
  "/away": (_, res) => res.redirect("/long"),
  "/reset/abc": (_, res) => void res.type("html").send(long),
  "/stream": (_, res) => {
    res.type("html");
    res.write("first");
    release = () => res.end("last");
  },
};

let server: Server;

beforeAll(async () => {
  const app = express();
  app.use(compressedPages);
  for (const [path, handler] of Object.entries(pages)) app.get(path, handler);
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(() => server.close());

async function fetchPage(path: string, accepted: string): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  const headers = accepted === "" ? {} : { "accept-encoding": accepted };
  const [answer] = await once(get({ port, host: "127.0.0.1", path, headers }), "response");
  return answer;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const coding = answer.headers["content-encoding"];
  const body = coding === "br" ? answer.pipe(createBrotliDecompress()) : answer;
  const chunks: Buffer[] = [];
  for await (const chunk of coding === "gzip" ? answer.pipe(createGunzip()) : body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe("compressedPages", () => {
  it.each([
    ["/long", "gzip, deflate, br", "br", long],
    ["/long", "gzip", "gzip", long],
    ["/long", "br;q=0, gzip", "gzip", long],
    ["/long", "", undefined, long],
    ["/sent", "br", "br", long],
    ["/short", "br", undefined, "<p>Short</p>"],
    ["/picture", "br", undefined, "\0".repeat(9000)],
    ["/reset/abc", "br", undefined, long],
  ])("%s for %j goes out as %s", async (path, accepted, coding, body) => {
    const answer = await fetchPage(path, accepted);
    expect(answer.headers["content-encoding"]).toBe(coding);
    expect(answer.headers.vary).toBe(coding === undefined ? undefined : "Accept-Encoding");
    expect(await textOf(answer)).toBe(body);
  });

  it("leaves answers without a page alone", async () => {
    const answer = await fetchPage("/away", "br");
    expect([answer.statusCode, answer.headers.location, answer.headers["content-encoding"]]).toEqual([
      302,
      "/long",
      undefined,
    ]);
    answer.resume();
  });

  it.each(["br", "gzip"])("a stream as %s shows its beginning before its end is known", async (coding) => {
    const answer = await fetchPage("/stream", coding);
    const body = answer.pipe(coding === "br" ? createBrotliDecompress() : createGunzip());
    const [first] = await once(body, "data");
    expect(String(first)).toBe("first");
    release();
    const [last] = await once(body, "data");
    expect(String(last)).toBe("last");
  });
});
