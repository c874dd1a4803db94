/** Promise: an address is fetched from the public internet alone, within bounds, and a refusal does not tell what is there. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { MAX_IMPORT_BYTES } from "#app/domain/document/source-size.ts";
import { importWords } from "#app/words/import.ts";
import { type Resolve, vettedAddress } from "#server/public-address.ts";
import { type FetchParts, fetchSource } from "./fetch.ts";
import { readNow } from "./read.ts";

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Fetches from a server on this machine, under a name that only the vetted address can lead to. */
async function fetched(listener: RequestListener, parts: FetchParts = {}, path = "/essay") {
  server = createServer(listener);
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const vet: typeof vettedAddress = async (url, resolve) => {
    if (url.hostname === "inside.invalid") return vettedAddress(new URL("http://inside.invalid/"), resolve);
    return { address: "127.0.0.1", family: 4 };
  };
  return fetchSource(`http://texts.invalid:${port}${path}`, { vet, resolve: inside, ...parts });
}

const inside: Resolve = async () => [{ address: "10.0.0.1", family: 4 }];
const html = { "content-type": "text/html; charset=utf-8" };
const refused = (sentence: string) => ({ code: "invalid", message: sentence, fields: { address: sentence } });

it("sends no cookie and gives the bytes with a name that tells their format", async () => {
  const { bytes, fileName, charset } = await fetched((request, response) => {
    expect(request.headers).not.toHaveProperty("cookie");
    response.writeHead(200, html).end("<p>A wall.</p>");
  });
  expect([Buffer.from(bytes).toString(), fileName, charset]).toEqual(["<p>A wall.</p>", "essay.html", "utf-8"]);
});

it.each([
  ["/essay", "essay.pdf"],
  ["/Essay.PDF", "Essay.PDF"],
])("takes a PDF at %s as %s", async (path, name) => {
  const { fileName } = await fetched(
    (_, response) => response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7"),
    {},
    path,
  );
  expect(fileName).toBe(name);
});

it("takes the charset that the server declares before what the page says", async () => {
  const words = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  const source = await fetched((_, response) => {
    response.writeHead(200, { "content-type": "text/plain;charset=windows-1251" }).end(words);
  });
  expect(readNow(source).pieces[0]?.text).toBe("Привет");
});

it("follows three redirects and not a fourth", async () => {
  const hop: RequestListener = (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.writeHead(200, html).end("there");
    else response.writeHead(302, { location: `/${left - 1}` }).end();
  };
  expect(Buffer.from((await fetched(hop, {}, "/3")).bytes).toString()).toBe("there");
  server?.close();
  await expect(fetched(hop, {}, "/4")).rejects.toMatchObject(refused(importWords.notFetched));
});

it("undoes a coding that it did not ask for", async () => {
  const { bytes } = await fetched((_, response) => {
    response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync("packed"));
  });
  expect(Buffer.from(bytes).toString()).toBe("packed");
});

describe("what leads nowhere reads the same, whatever the reason:", () => {
  it.each<[string, RequestListener]>([
    ["a page that is not there", (_, response) => response.writeHead(404, html).end("no")],
    ["a redirect inwards", (_, response) => response.writeHead(302, { location: "http://inside.invalid/" }).end()],
    ["a redirect to a file", (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end()],
    ["a broken redirect", (_, response) => response.writeHead(302, { location: "http://" }).end()],
    ["a broken connection", (request) => request.socket.destroy()],
    [
      "a body that breaks off",
      (_, response) => response.writeHead(200, { ...html, "content-length": 9 }).write("x", () => response.destroy()),
    ],
    [
      "a broken coding",
      (_, response) => response.writeHead(200, { ...html, "content-encoding": "gzip" }).end("no gzip"),
    ],
  ])("%s", async (_, listener) => {
    const vet: typeof vettedAddress = async (url, resolve) =>
      url.hostname === "texts.invalid" ? { address: "127.0.0.1", family: 4 } : vettedAddress(url, resolve);
    await expect(fetched(listener, { vet })).rejects.toMatchObject(refused(importWords.notFetched));
  });

  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://169.254.169.254/latest/meta-data",
    "https://somebody:secret@example.org/",
    "https://example.org:8443/",
    "inside.example/essay",
  ])("%s", async (address) => {
    await expect(fetchSource(address, { resolve: inside })).rejects.toMatchObject(refused(importWords.notFetched));
  });

  it("a name that nobody knows", async () => {
    const resolve = () => Promise.reject(new Error("ENOTFOUND"));
    await expect(fetchSource("https://nowhere.example", { resolve })).rejects.toMatchObject(
      refused(importWords.notFetched),
    );
  });

  it("a server that does not answer, or answers drop by drop", async () => {
    const drops: RequestListener = (_, response) => {
      response.writeHead(200, html);
      const timer = setInterval(() => response.write("."), 10);
      response.once("close", () => clearInterval(timer));
    };
    for (const listener of [() => {}, drops]) {
      await expect(fetched(listener, { timeLimit: 150 })).rejects.toMatchObject(refused(importWords.notFetched));
    }
  });

  it("a name server that does not answer", async () => {
    const resolve = () => new Promise<never>(() => {});
    await expect(fetchSource("https://slow.example", { resolve, timeLimit: 50 })).rejects.toMatchObject(
      refused(importWords.notFetched),
    );
  });
});

describe("says what is wrong with", () => {
  it.each(["ftp://example.org/essay", "javascript://x", "https://", "two words"])("%s", async (address) => {
    await expect(fetchSource(address)).rejects.toMatchObject(refused(importWords.noAddress));
  });

  it("what is no text", async () => {
    await expect(
      fetched((_, response) => response.writeHead(200, { "content-type": "image/png" }).end("x")),
    ).rejects.toMatchObject(refused(importWords.unreadableType));
  });

  it.each<[string, RequestListener]>([
    [
      "declared",
      (_, response) => response.writeHead(200, { ...html, "content-length": MAX_IMPORT_BYTES + 1 }).write("x"),
    ],
    ["not declared", (_, response) => response.writeHead(200, html).end(Buffer.alloc(MAX_IMPORT_BYTES + 1, "x"))],
    [
      "packed",
      (_, response) => {
        const packed = gzipSync(Buffer.alloc(10 * MAX_IMPORT_BYTES, "x"));
        response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(packed);
      },
    ],
  ])("more than a text has, %s", async (_, listener) => {
    await expect(fetched(listener)).rejects.toMatchObject({ code: "too-large" });
  });
});

it("is given up with the reason of whoever gives it up", async () => {
  const hand = new AbortController();
  const never: RequestListener = () => hand.abort(new Error("not wanted"));
  await expect(fetched(never, { signal: hand.signal })).rejects.toThrow("not wanted");
});
