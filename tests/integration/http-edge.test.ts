/** The edge around every page: what a request meets before and after it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, type TestSite } from "./accounts-site.ts";

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: string };

/** Sends exactly these headers, also those that `fetch` would not. */
function send(site: TestSite, method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port: site.port, host: "127.0.0.1", method, path, headers }, (incoming) => {
      let body = "";
      incoming.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }));
    });
    outgoing.on("error", reject).end();
  });
}

const sites: TestSite[] = [];
const open = async (...options: Parameters<typeof openSite>): Promise<TestSite> => {
  const site = await openSite(...options);
  sites.push(site);
  return site;
};

let plain: TestSite;
let secure: TestSite;

beforeAll(async () => {
  plain = await open();
  secure = await open({ origin: "https://glossa.example", publicOrigin: "https://glossa.example", trustProxy: 1 });
});

afterAll(async () => {
  for (const site of sites) await site.close();
});

describe("S4: nothing changes for another site", () => {
  const ours = (): string => `http://127.0.0.1:${plain.port}`;
  const cases: readonly (readonly [string, () => Record<string, string>, number])[] = [
    ["a form of our own", () => ({ "sec-fetch-site": "same-origin" }), 200],
    ["a browser on plain http, which sends Origin only", () => ({ origin: ours() }), 200],
    ["another site", () => ({ "sec-fetch-site": "cross-site" }), 403],
    ["another site that borrows our Origin", () => ({ "sec-fetch-site": "cross-site", origin: ours() }), 403],
    ["a sister domain", () => ({ "sec-fetch-site": "same-site" }), 403],
    ["the address bar", () => ({ "sec-fetch-site": "none" }), 403],
    ["a foreign Origin", () => ({ origin: "https://evil.example" }), 403],
    ["an Origin that begins like ours", () => ({ origin: `${ours()}.evil.example` }), 403],
    ["another port", () => ({ origin: "http://127.0.0.1:1" }), 403],
    ["a sandboxed frame", () => ({ origin: "null" }), 403],
    ["neither header", () => ({}), 403],
    ["a forged X-Forwarded-Host", () => ({ origin: "https://evil.example", "x-forwarded-host": "evil.example" }), 403],
    ["JSON as text/plain", () => ({ origin: "https://evil.example", "content-type": "text/plain" }), 403],
    ["a method override", () => ({ origin: "https://evil.example", "x-http-method-override": "GET" }), 403],
  ];

  it.each(cases)("POST from %s", async (_, headers, status) => {
    expect((await send(plain, "POST", "/echo", headers())).status).toBe(status);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "%s to every path, .data and sign-in included",
    async (method) => {
      for (const path of ["/echo", "/sign-in", "/sign-out", "/echo.data", "/healthz", "/pictures/x"]) {
        expect((await send(plain, method, path, { origin: "https://evil.example" })).status).toBe(403);
      }
    },
  );

  it("says why in a sentence", async () => {
    const { body, headers } = await send(plain, "POST", "/echo", { origin: "https://evil.example" });
    expect(body).toContain("came from another site");
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  });

  it("lets reading through from anywhere: a link in a mail is one", async () => {
    expect((await send(plain, "GET", "/me", { "sec-fetch-site": "cross-site" })).status).toBe(200);
  });

  it("compares with PUBLIC_URL where it is set, not with a Host that a proxy rewrote", async () => {
    const host = { host: "backend:3000" };
    const allowed = await send(secure, "POST", "/echo", { ...host, origin: "https://glossa.example" });
    const refused = await send(secure, "POST", "/echo", { ...host, origin: "http://backend:3000" });
    expect([allowed.status, refused.status]).toEqual([200, 403]);
  });
});

describe("S5: headers of every answer", () => {
  const policyOf = async (site: TestSite, path = "/me"): Promise<string> =>
    String((await send(site, "GET", path)).headers["content-security-policy"]);

  it("enforces a policy without inline code, and a nonce that differs each time", async () => {
    const [first, second] = [await policyOf(secure), await policyOf(secure)];
    const nonce = /script-src 'self' 'nonce-([A-Za-z0-9+/=]{24})'/;
    expect(nonce.exec(first)?.[1]).toBeDefined();
    expect(nonce.exec(first)?.[1]).not.toBe(nonce.exec(second)?.[1]);
    for (const part of [
      "default-src 'none'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "object-src 'none'",
      "style-src 'self' 'nonce-",
    ]) {
      expect(first).toContain(part);
    }
    expect(first).not.toMatch(/unsafe|https?:|\*/);
  });

  it("lets Vite write styles in development, and nothing else", async () => {
    const policy = await policyOf(await open({ development: true }));
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy.replace("style-src 'self' 'unsafe-inline'", "")).not.toContain("unsafe");
  });

  it.each(["/me", "/nowhere", "/broken", "/healthz", "/pictures/x", "/%"])("protects %s", async (path) => {
    const { headers } = await send(secure, "GET", path);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "strict-transport-security": "max-age=31536000",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["x-request-id"]).toMatch(/^[0-9A-Z]{26}$/);
  });

  it("promises https only where there is https", async () => {
    expect((await send(plain, "GET", "/me")).headers["strict-transport-security"]).toBeUndefined();
  });

  it.each(["/me", "/me.data", "/nowhere", "/broken", "/reset/x", "/pictures/x"])(
    "keeps %s out of every cache",
    async (path) => {
      expect((await send(plain, "GET", path)).headers["cache-control"]).toBe("private, no-store");
    },
  );

  it("A6: gives no referrer away from a page whose address is a secret", async () => {
    expect((await send(secure, "GET", "/reset/abc")).headers["referrer-policy"]).toBe("no-referrer");
    // On plain http it would turn the form's Origin into "null", and same-origin keeps the address from others too.
    expect((await send(plain, "GET", "/reset/abc")).headers["referrer-policy"]).toBe("same-origin");
  });
});

describe("S6: only trusted proxies are believed", () => {
  const forged = {
    "x-forwarded-for": "203.0.113.66",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  };
  const meOf = async (site: TestSite, headers: Record<string, string>) =>
    JSON.parse((await send(site, "GET", "/me", headers)).body);

  it("takes nothing from forged headers without a proxy", async () => {
    expect(await meOf(plain, forged)).toMatchObject({
      client: { address: "127.0.0.1" },
      origin: "http://localhost:3000",
    });
  });

  it("counts hops from the near end, so that a client's own entry is not believed", async () => {
    const headers = { ...forged, "x-forwarded-for": "203.0.113.66, 198.51.100.7" };
    expect(await meOf(secure, headers)).toMatchObject({
      client: { address: "198.51.100.7" },
      origin: "https://glossa.example",
    });
  });

  it("hands pages the configured host, whatever Host says", async () => {
    const { body } = await send(secure, "GET", "/where", { ...forged, host: "evil.example" });
    expect(JSON.parse(body)).toEqual({ host: "glossa.example" });
  });

  it.each(["a b", "evil.example/x", "evil@example", "a:99999999", "<x>"])("refuses %j as a Host", async (host) => {
    expect((await send(plain, "GET", "/me", { host })).status).toBe(400);
  });
});

describe("S8: errors tell a number and nothing else", () => {
  it("answers 500 with the request's id", async () => {
    const { status, headers, body } = await send(plain, "GET", "/broken");
    expect(status).toBe(500);
    expect(body).toContain(String(headers["x-request-id"]));
    expect(body).not.toMatch(/SELECT|Error|at |node_modules/);
    const id = String(headers["x-request-id"]);
    const line = plain.logged.find((entry) => entry.includes("request failed") && entry.includes(id));
    expect(line).toContain("SELECT secret FROM members");
  });

  it.each([
    ["/nowhere", 404],
    ["/pictures/%", 400],
    ["/pictures/..%2f..%2fglossa.sqlite", 404],
  ])("answers %s with %d and a sentence", async (path, status) => {
    const answer = await send(plain, "GET", path);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(String(answer.headers["x-request-id"]));
  });

  it("does not believe a request id from outside", async () => {
    expect((await send(plain, "GET", "/me", { "x-request-id": "forged" })).headers["x-request-id"]).not.toBe("forged");
  });
});

describe("bodies", () => {
  const megabyte = 1024 * 1024;
  it.each([
    ["/echo", megabyte + 1, 413],
    ["/settings", 6 * megabyte + 1, 413],
    ["/g/x/add", 24 * megabyte + 1, 413],
    ["/g/x/add.data", 24 * megabyte + 1, 413],
  ])("%s refuses %d bytes before reading them", async (path, length, status) => {
    const headers = { "sec-fetch-site": "same-origin", "content-length": String(length) };
    const answer = await send(plain, "POST", path, headers).catch((error: Error) => ({
      status: 0,
      body: error.message,
    }));
    expect(answer.status).toBe(status);
    expect(answer.body).toContain("MB");
  });

  it("asks for the length of a stream", async () => {
    const headers = { "sec-fetch-site": "same-origin", "transfer-encoding": "chunked" };
    expect((await send(plain, "POST", "/echo", headers)).status).toBe(411);
  });
});

describe("/healthz", () => {
  it("says the version and nothing of the machine", async () => {
    const { status, body, headers } = await send(plain, "GET", "/healthz");
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ status: "ok", version: "0.0.0-test" });
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("says so when the database cannot be read", async () => {
    const site = await open();
    site.storage.reader.sqlite.close();
    const { status, body } = await send(site, "GET", "/healthz");
    expect([status, JSON.parse(body).status]).toEqual([503, "unavailable"]);
  });
});

describe("/assets", () => {
  const folder = mkdtempSync(join(tmpdir(), "glossa-assets-"));
  const script = "export const a = 1;\n".repeat(500);
  writeFileSync(join(folder, "entry-abc123.js"), script);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("are kept for good, and go out compressed to whoever takes it", async () => {
    const site = await open({ assetsDir: folder });
    const small = await send(site, "GET", "/assets/entry-abc123.js", { "accept-encoding": "gzip, br" });
    expect(small.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
    expect(Number(small.headers["content-length"])).toBeLessThan(script.length / 10);
    const plainly = await send(site, "GET", "/assets/entry-abc123.js");
    expect(plainly.body).toBe(script);
    for (const { headers } of [small, plainly]) {
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["content-type"]).toMatch(/javascript/);
    }
    for (const path of ["/assets/gone.js", "/assets/..%2fpackage.js", "/assets/"]) {
      const { status, headers } = await send(site, "GET", path, { "accept-encoding": "br" });
      expect([status, headers["cache-control"]]).toEqual([404, "private, no-store"]);
    }
  });
});

describe("the log", () => {
  it("has one line for each request, without tokens, queries and cookies", async () => {
    const path = "/reset/tokentokentoken?next=queryqueryquery";
    const { headers } = await send(plain, "GET", path, { cookie: "glossa=cookiecookiecookie" });
    const id = String(headers["x-request-id"]);
    await expect.poll(() => plain.logged.filter((line) => line.includes(id))).toHaveLength(1);
    const line = JSON.parse(plain.logged.find((entry) => entry.includes(id)) ?? "{}");
    expect(line).toMatchObject({ requestId: id, method: "GET", path: "/reset/…", status: 200 });
    expect(plain.logged.join("")).not.toMatch(/tokentokentoken|queryqueryquery|cookiecookiecookie/);
  });
});

it("S7: a sign-in leads nowhere else", async () => {
  const { headers } = await send(plain, "GET", "/go?redirectTo=%2F%2Fevil.example");
  expect(headers.location).toBe("/");
});
