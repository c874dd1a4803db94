/** What the service worker relies on: it is never stale, it may see the whole site, and every page says whose it is. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOBODY, WHOSE } from "#app/worker/kept.ts";
import { openSite, type TestSite } from "./accounts-site.ts";

const publicDir = mkdtempSync(join(tmpdir(), "glossa-public-"));
let site: TestSite;

beforeAll(async () => {
  writeFileSync(join(publicDir, "service-worker.js"), "// keeps");
  writeFileSync(join(publicDir, "icon.svg"), "<svg/>");
  site = await openSite({ publicDir });
});

afterAll(async () => {
  await site.close();
  rmSync(publicDir, { recursive: true });
});

it("the worker stands at the root, is asked for anew each time, and belongs to nobody", async () => {
  const { status, headers } = await fetch(`${site.url}/service-worker.js`);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toMatch(/javascript/);
  expect(headers.get("cache-control")).toBe("no-cache");
  expect(headers.get("content-security-policy")).toContain("worker-src 'self'");
  expect(headers.has(WHOSE)).toBe(false);
  expect((await fetch(`${site.url}/icon.svg`)).headers.get("cache-control")).toBe("public, max-age=3600");
});

describe("whose page it is", () => {
  it("is said of members by their id, and of everybody else by one word", async () => {
    const { viewer, cookie } = await site.person("Ada");
    const whose = async (headers: Record<string, string>) =>
      (await fetch(`${site.url}/nothing-here`, { headers })).headers.get(WHOSE);
    expect(await whose({ cookie })).toBe(viewer.id);
    expect(await whose({})).toBe(NOBODY);
    expect(await whose({ cookie: "glossa=forged" })).toBe(NOBODY);
    await site.services.accounts.signOut(await site.sessionId(cookie));
    expect(await whose({ cookie })).toBe(NOBODY);
  });

  it("is kept by no shared cache", async () => {
    const { cookie } = await site.person("Ben");
    const { headers } = await fetch(`${site.url}/nothing-here`, { headers: { cookie } });
    expect(headers.get("cache-control")).toBe("private, no-store");
  });
});
