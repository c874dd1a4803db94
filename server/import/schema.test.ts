/** The usual attacks on sanitisers. Every one must leave HTML in which a parser finds nothing that runs or shadows. */
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { isProblem } from "#app/domain/problem.ts";
import { buildRevision } from "#server/import/build.ts";
import { elementsOf } from "#server/import/element.ts";
import { readHtml } from "#server/import/html.ts";
import { readMarkdown } from "#server/import/markdown.ts";
import { sanitise } from "#server/import/schema.ts";

const attacks = [
  // Plain.
  "<script>alert(1)</script>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<img src=x onerror=alert(1)//",
  "<p onclick=alert(1)>a</p>",
  "<p/onmouseover=alert(1)>a</p>",
  "<b onanimationstart=alert(1) style=animation:x>a</b>",
  "<body onload=alert(1)>a",
  "<details open ontoggle=alert(1)>a</details>",
  "<video><source onerror=alert(1)></video>",
  "<audio src=x onerror=alert(1)>",
  "<marquee onstart=alert(1)>a</marquee>",
  "<input autofocus onfocus=alert(1)>",
  "<select autofocus onfocus=alert(1)>",
  "<textarea autofocus onfocus=alert(1)>a</textarea>",
  "<keygen autofocus onfocus=alert(1)>",
  // Frames, forms, bases.
  "<iframe src=javascript:alert(1)></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data=javascript:alert(1)></object>",
  "<embed src=javascript:alert(1)>",
  "<form action=javascript:alert(1)><button>a</button></form>",
  "<button formaction=javascript:alert(1)>a</button>",
  "<input type=submit formaction=javascript:alert(1)>",
  "<isindex action=javascript:alert(1)>",
  "<base href=javascript:alert(1)//>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<link rel=stylesheet href=javascript:alert(1)>",
  "<link rel=import href=//evil.example>",
  // Links.
  "<a href=javascript:alert(1)>a</a>",
  "<a href=JaVaScRiPt:alert(1)>a</a>",
  "<a href=' javascript:alert(1)'>a</a>",
  "<a href='java\tscript:alert(1)'>a</a>",
  "<a href='java\nscript:alert(1)'>a</a>",
  "<a href='java&#x0A;script:alert(1)'>a</a>",
  "<a href='&#106;avascript&colon;alert(1)'>a</a>",
  "<a href='\u0001javascript:alert(1)'>a</a>",
  "<a href='javascript&#58;alert(1)'>a</a>",
  "<a href=data:text/html,<script>alert(1)</script>>a</a>",
  "<a href=vbscript:msgbox(1)>a</a>",
  "<a href=blob:https://x.example/1>a</a>",
  "<a href=//evil.example>a</a>",
  "<a href=/logout>a</a>",
  "<a href='https://x.example' target=_blank ping=//evil.example rel=opener>a</a>",
  "<a xlink:href=javascript:alert(1)>a</a>",
  // Foreign content and mutation.
  "<svg onload=alert(1)></svg>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><a xlink:href=javascript:alert(1)><text>a</text></a></svg>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<noscript><style></noscript><img src=x onerror=alert(1)></style></noscript>",
  "<style><style/><img src=x onerror=alert(1)>",
  "<style>@import 'javascript:alert(1)';</style><p style='background:url(javascript:alert(1))'>a</p>",
  "<title><a title='</title><img src=x onerror=alert(1)>'></title>",
  "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
  "<xmp><img title='</xmp><img src=x onerror=alert(1)>'></xmp>",
  "<noembed><img title='</noembed><img src=x onerror=alert(1)>'></noembed>",
  "<template><script>alert(1)</script><p>a</p></template>",
  "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
  "<p>a<!--><img src=x onerror=alert(1)>--></p>",
  "<p>a<!--!><img src=x onerror=alert(1)>--></p>",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<?xml-stylesheet href=javascript:alert(1)?><p>a</p>",
  "<table><td><svg><desc><table><td></desc><style><img src=x onerror=alert(1)></style>",
  "<select><template><style><!--</style><a rel='--></style></template></select><img id=x src onerror=alert(1)>'>",
  "<plaintext><img src=x onerror=alert(1)>",
  "<pre>\n\n<img src=x onerror=alert(1)></pre>",
  "<b title='\"><img src=x onerror=alert(1)>'>a</b>",
  "<abbr title='\"><img src=x onerror=alert(1)>'>a</abbr>",
  "<abbr title='`onmouseover=alert(1)'>a</abbr>",
  // Clobbering and borrowed marks.
  "<a id=cookie href=#cookie>a</a><a id=body name=body href=#body>b</a>",
  "<form id=document><input name=attributes></form><p id=getElementById>a</p>",
  "<a id=x href=#x>a</a><a id=x name=y href=#y>b</a>",
  "<p id=b-1 data-block=1 data-start=99 data-number=7>a</p><p id=b-1>b</p>",
  "<p id=__proto__>a</p><a href=#__proto__>b</a>",
  "<p class='admin banner' slot=x is=x-y part=z contenteditable autofocus tabindex=0 popover accesskey=a>a</p>",
  "<p data-controller=x data-kind='x onclick=alert(1)' dir='x' lang='\" onclick=alert(1)'>a</p>",
];

const allowedAttributes = new Set(
  "id dataBlock dataStart dataNumber dataKind dataFootnotes dir lang href rel title start colSpan rowSpan".split(" "),
);
const allowedTags = new Set(
  (
    "header section p h1 h2 h3 h4 blockquote ul ol li dl dt dd pre hr table thead tbody tfoot tr th td a abbr b bdi bdo br cite " +
    "code del dfn em i ins kbd mark q s samp small span strong sub sup time u var"
  ).split(" "),
);

function expectHarmless(html: string): void {
  const ids = new Set<string>();
  for (const node of elementsOf(fromHtml(html, { fragment: true }))) {
    expect([...allowedTags]).toContain(node.tagName);
    for (const name of Object.keys(node.properties)) expect([...allowedAttributes]).toContain(name);
    expectSafeId(node, ids);
    expectSafeLink(node);
  }
}

function expectSafeId(node: Element, ids: Set<string>): void {
  const { id } = node.properties;
  if (id === undefined) return;
  expect(id).toMatch(/^b-\d+$/);
  expect(ids.has(String(id))).toBe(false);
  ids.add(String(id));
}

function expectSafeLink(node: Element): void {
  const { href, rel } = node.properties;
  if (href === undefined) return;
  expect(href).toMatch(/^(?:#b-\d+$|https?:\/\/|mailto:)/);
  if (!String(href).startsWith("#")) expect(rel).toEqual(["nofollow", "ugc", "noopener"]);
}

/** Stored HTML of an attack with a word around it, so that something is left. */
function stored(pieces: ReturnType<typeof readHtml>["pieces"]): string {
  return buildRevision(pieces, { labels: {}, leftOut: [] }).html;
}

describe("attacks", () => {
  it.each(attacks)("as HTML: %s", (attack) => {
    const html = stored(readHtml(`<p>before</p>${attack}<p>after</p>`).pieces);
    expectHarmless(html);
    expect(html).toContain("before");
  });

  it.each(attacks)("inside a paragraph: %s", (attack) => {
    expectHarmless(stored(readHtml(`<p>before <i>${attack}</i> after</p>`).pieces));
  });

  it.each(attacks)("as Markdown: %s", (attack) => {
    expectHarmless(stored(readMarkdown(`before\n\n${attack}\n\n[a](${attack.slice(0, 40)}) after`).pieces));
  });

  it.each(attacks)("as a piece that a form brings: %s", (html) => {
    const pieces = [{ id: 0, label: "paragraph", clutter: null, html: `<p>before</p>${html}`, text: "" }] as const;
    expectHarmless(stored([...pieces]));
  });
});

describe("sanitise", () => {
  it("keeps a whole link, as the URL parser writes it, and marks it", () => {
    const tree = sanitise(
      fromHtml("<a href='HTTPS://Example.org/a b'>x</a><a href=mailto:a@b.c>y</a>", { fragment: true }),
    );
    expect(toHtml(tree)).toBe(
      '<a href="https://example.org/a%20b" rel="nofollow ugc noopener">x</a><a href="mailto:a@b.c" rel="nofollow ugc noopener">y</a>',
    );
  });

  it("is idempotent on every attack", () => {
    for (const attack of attacks) {
      const once = sanitise(fromHtml(attack, { fragment: true }));
      expect(sanitise(once)).toEqual(once);
    }
  });

  it("refuses what holds nothing but an attack", () => {
    const error = (() => {
      try {
        return stored(readHtml("<script>alert(1)</script>").pieces);
      } catch (reason) {
        return reason;
      }
    })();
    expect(isProblem(error) && error.code).toBe("invalid");
  });
});
