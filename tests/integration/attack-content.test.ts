/** C1 and C2: hostile words are kept as they were typed and shown as words; hostile pages lose what could run. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dangersIn, elementOfId, elementsIn, hostile, nonceOf, skeletonOf, textOf } from "./attack-html.ts";
import { type AttackSite, openAttackSite, type Person } from "./attack-site.ts";

let site: AttackSite;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

async function page(path: string, person: Person | null): Promise<{ html: string; nonce: string }> {
  const answer = await site.get(path, person);
  expect(answer.status).toBeLessThan(400);
  return { html: await answer.text(), nonce: nonceOf(answer) };
}

describe("C1: the words of a note", () => {
  const pageOf = async (body: string) => {
    const seminar = await site.seminar();
    const id = site.newId();
    const note = await site.note(seminar, seminar.owner, { body });
    const reply = { verb: "reply", id, document: seminar.text.id, parent: note, body };
    expect((await site.send(seminar.text.id, reply, seminar.owner)).status).toBe(200);
    return { note, id, ...(await page(`/t/${seminar.text.id}`, seminar.owner)) };
  };

  it.each(hostile)("%j", async (body) => {
    const [plain, shown] = [await pageOf("words"), await pageOf(body)];
    for (const id of [shown.note, shown.id]) {
      expect((await site.site.read.annotations.find(id))?.body).toBe(body);
      expect(textOf(elementOfId(shown.html, `note-${id}`))).toContain(body);
    }
    expect(skeletonOf(shown.html)).toEqual(skeletonOf(plain.html));
    expect(dangersIn(shown.html, shown.nonce)).toEqual([]);
  });

  it.each([
    ["too many characters", "x".repeat(10_001), 413],
    ["far too many", "x".repeat(200_000), 413],
    ["nothing to see", "\u200b\u2060 \u00ad", 422],
    ["nothing but control characters", "\u0000\u0007\u001b", 422],
  ])("%s are refused", async (_, body, status) => {
    const seminar = await site.seminar();
    const command = { verb: "publish", id: site.newId(), document: seminar.text.id, motivation: "commenting", body };
    const rest = { colour: "amber", placement: "everyone", target: null };
    expect((await site.send(seminar.text.id, { ...command, ...rest }, seminar.owner)).status).toBe(status);
  });

  it("turn no line around them, and spill over none", async () => {
    const seminar = await site.seminar();
    const id = await site.note(seminar, seminar.owner, {
      body: `\u202eevil\u2066 a${"\u0301".repeat(200)}b\u0000\u001b`,
    });
    const body = (await site.site.read.annotations.find(id))?.body ?? "";
    expect(body).toBe(`\u202eevil\u2066 a${"\u0301".repeat(8)}b\u2069\u202c`);
  });
});

describe("C1: every other field that people fill in", () => {
  const places = ["/groups", "/g/GROUP", "/g/GROUP/members", "/g/GROUP/settings", "/g/GROUP/search?q=words", "/t/TEXT"];
  const pagesWith = async (words: string) => {
    const seminar = await site.seminar();
    const { viewer, cookie } = seminar.owner;
    await site.site.groups.edit(viewer, seminar.id, {
      name: words,
      description: words,
      colourNames: { amber: words.slice(0, 20) },
    });
    const profile = { name: words, pronouns: words.slice(0, 30), timeZone: "UTC", hue: 1 };
    await site.site.accounts.editProfile(viewer, profile);
    const facts = { author: words, source: words, published: words, licence: words, rights: words };
    const meta = { ...facts, title: words, language: "en" };
    await site.site.documents.editMeta(viewer, seminar.text.id, meta);
    await site.note(seminar, seminar.owner, { body: `words ${words}` });
    const pages: { path: string; html: string; nonce: string }[] = [];
    for (const place of places) {
      const path = place.replace("GROUP", seminar.id).replace("TEXT", seminar.text.id);
      pages.push({ path: place, ...(await page(path, { id: viewer.id, viewer, cookie })) });
    }
    return pages;
  };

  it("stays words on every page", async () => {
    const plain = await pagesWith("plain");
    for (const words of hostile.map((one) => one.replace(/\s+/g, " ").slice(0, 75))) {
      for (const [n, { path, html, nonce }] of (await pagesWith(words)).entries()) {
        expect([path, skeletonOf(html)]).toEqual([path, skeletonOf(plain[n]?.html ?? "")]);
        expect(dangersIn(html, nonce)).toEqual([]);
      }
    }
  });

  it.each(hostile)("in an address: %j", async (words) => {
    const { id, owner } = await site.seminar();
    const query = encodeURIComponent(words);
    for (const [path, person] of [
      [`/g/${id}/search?q=${query}`, owner],
      [`/sign-in?to=${query}`, null],
      [`/sign-in?to=/${query}`, null],
    ] as const) {
      const { html, nonce } = await page(path, person);
      expect(dangersIn(html, nonce)).toEqual([]);
    }
  });
});

describe("C2: a hostile page, imported", () => {
  const pieces = [
    "<p onclick=alert(1)>One<script>alert(1)</script></p>",
    "<p>Two<img src=x onerror=alert(1)></p>",
    "<p>Three <a href=' java\nscript:alert(1)'>a</a> <a href='https://x.example' onclick=alert(1) ping=//x>b</a></p>",
    "<p style='position:fixed;inset:0'>Four<style>*{background:url(//x)}</style></p>",
    "<p>Five<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x></object><embed src=x></p>",
    "<p>Six<svg onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg><math><mtext><mglyph><style><img onerror=alert(1)></style></math></p>",
    "<p id=b-1 name=cookie data-block=1 data-start=9999 class='admin' tabindex=0 contenteditable>Seven</p>",
    "<form action=javascript:alert(1) id=document><input name=attributes autofocus onfocus=alert(1)><p>Eight</p></form>",
    "<p>Nine <b title='\"><img src=x onerror=alert(1)>'>b</b><template><script>alert(1)</script></template></p>",
    "<p>Ten</p><base href=javascript:alert(1)//><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>Eleven</p></noscript>",
    "<p>Twelve &lt;script&gt;alert(1)&lt;/script&gt; </script><script>alert(1)</script></p>",
    "<h2 id=__proto__>Thirteen</h2><p>Fourteen <a href=#__proto__>x</a></p>",
    "<p>Last <details open ontoggle=alert(1)>x</details><video><source onerror=alert(1)></video></p>",
  ];
  const markdown =
    '# <img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) <script>alert(1)</script>\n\n<p onclick=alert(1)>b</p>\n\n![x](x"onerror=alert(1))';
  const plain = ["A letter about a wall.", "It goes on for a while.", ...hostile].join("\n\n");

  it.each<[string, Record<string, string>]>([
    [
      "as HTML",
      {
        rich: `<html><body><article><h1>Title<script>alert(1)</script></h1>${pieces.join("")}</article></body></html>`,
      },
    ],
    ["as Markdown", { text: markdown }],
    ["as plain text", { text: plain }],
  ])("%s is harmless in the preview and in the text", async (_, form) => {
    const seminar = await site.seminar();
    const { owner } = seminar;
    const proposed = await site.post(`/g/${seminar.id}/add`, form, owner);
    const place = proposed.headers.get("location") ?? "";
    expect(place).toMatch(/^\/import\/\w+$/);
    const preview = await page(place, owner);
    expect(dangersIn(preview.html, preview.nonce)).toEqual([]);

    const added = await site.post(place, { author: "", source: "", language: "", rights: "" }, owner);
    const { html, nonce } = await page(added.headers.get("location") ?? "", owner);
    expect(dangersIn(html, nonce)).toEqual([]);
    const blocks = elementsIn(html).filter(({ properties }) => "dataBlock" in properties);
    expect(blocks.length).toBeGreaterThan(1);
    blocks.forEach(({ properties }, n) => {
      expect([properties.id, properties.dataBlock]).toEqual([`b-${n + 1}`, String(n + 1)]);
    });
    for (const name of ["cookie", "document", "attributes", "__proto__"]) {
      expect(elementsIn(html).filter(({ properties }) => properties.id === name || properties.name === name)).toEqual(
        [],
      );
    }
  });

  it("keeps the words: what was not markup is still there", async () => {
    const { id, owner } = await site.seminar();
    const proposed = await site.post(`/g/${id}/add`, { text: plain }, owner);
    const { html } = await page(proposed.headers.get("location") ?? "", owner);
    const text = elementsIn(html).map(textOf)[0] ?? "";
    expect(text).toContain("{{constructor.constructor('alert(1)')()}}");
  });
});
