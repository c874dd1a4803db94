/** C4 for pictures, and the rest of a profile. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, problemOf, type TestSite } from "./accounts-site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe("C4: pictures", () => {
  const solid = (format: "jpeg" | "png" | "webp" | "gif") =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: "#386641" } })
      .withExif({ IFD0: { Copyright: "SENTINEL" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
      .toFormat(format)
      .toBuffer();
  const files = (): string[] => readdirSync(join(site.folder, "pictures"));
  const pictureOf = async (cookie: string): Promise<string> => (await site.viewer(cookie)).picture ?? "";

  it.each(["jpeg", "png", "webp", "gif"] as const)("keeps a %s as a bare 256 × 256 WebP", async (format) => {
    const { viewer, cookie } = await site.person(`Pic ${format}`, `${format}@example.org`);
    await site.services.accounts.setPicture(viewer, await solid(format));
    const name = await pictureOf(cookie);
    expect(name).toMatch(/^[\w-]{43}\.webp$/);
    const answer = await fetch(`${site.url}/pictures/${name}`, { headers: { cookie } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 256, height: 256 });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.includes("SENTINEL")).toBe(false);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get("cache-control")).toMatch(/^private/);
  });

  it("A10: shows none to strangers, whether or not it exists", async () => {
    const name = files()[0] ?? "";
    const [there, gone] = await Promise.all(
      [name, `${"x".repeat(43)}.webp`].map((file) => fetch(`${site.url}/pictures/${file}`)),
    );
    expect([there?.status, gone?.status]).toEqual([404, 404]);
  });

  it("replaces and removes the file with the picture", async () => {
    const { viewer, cookie } = await site.person("Swap");
    const before = files().length;
    await site.services.accounts.setPicture(viewer, await solid("png"));
    const first = await pictureOf(cookie);
    await site.services.accounts.setPicture(viewer, await solid("jpeg"));
    expect(files()).not.toContain(first);
    expect(files()).toHaveLength(before + 1);
    await site.services.accounts.setPicture(viewer, null);
    expect(files()).toHaveLength(before);
  });

  const bad: readonly (readonly [string, Buffer, string])[] = [
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'), "invalid"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "invalid"],
    ["nothing", Buffer.alloc(0), "invalid"],
    ["a PNG that ends early", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "invalid"],
    ["more than 5 MB", Buffer.alloc(5 * 1024 * 1024 + 1), "too-large"],
  ];
  it.each(bad)("refuses %s", async (_, bytes, code) => {
    const { viewer } = await site.person(`Bad ${bytes.length}`, `bad${bytes.length}@example.org`);
    const before = files();
    expect((await problemOf(site.services.accounts.setPicture(viewer, bytes))).code).toBe(code);
    expect(files()).toEqual(before);
  });

  it("refuses a small file of very many pixels", async () => {
    const { viewer } = await site.person("Bomb");
    const bomb = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect((await problemOf(site.services.accounts.setPicture(viewer, bomb))).code).toBe("invalid");
  });
});

describe("profile", () => {
  it("is kept tidy and checked", async () => {
    const { viewer, cookie } = await site.person("Pia");
    const { accounts } = site.services;
    await accounts.editProfile(viewer, { name: "  Pia  Maier ", pronouns: "she/her", timeZone: "Asia/Tokyo", hue: 3 });
    await accounts.saveSettings(viewer, { theme: "dark" });
    await accounts.saveSettings(viewer, { size: 21 });
    expect(await site.viewer(cookie)).toMatchObject({
      name: "Pia Maier",
      pronouns: "she/her",
      timeZone: "Asia/Tokyo",
      hue: 3,
      settings: { theme: "dark", size: 21, face: "serif" },
    });
    const wrong = { name: "admin", pronouns: "x".repeat(41), timeZone: "Mars/Olympus", hue: 6 };
    expect(await problemOf(accounts.editProfile(viewer, wrong))).toEqual({
      code: "invalid",
      fields: ["name", "pronouns", "timeZone", "hue"],
    });
  });
});
