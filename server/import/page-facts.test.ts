import { expect, it } from "vitest";
import { factsOfPage } from "./page-facts.ts";
import { parsePage } from "./parse.ts";

const facts = (head: string, body = "") =>
  factsOfPage(parsePage(`<html><head>${head}</head><body>${body}<p>Words.</p></body></html>`));
const json = (said: unknown) => `<script type="application/ld+json">${JSON.stringify(said)}</script>`;

it.each([
  ["a browser's", `<meta property="article:published_time" content="2021-03-04T10:00:00Z">`, "2021-03-04"],
  ["a library's", `<meta name="DC.date" content="1819"><meta name="citation_date" content="2001/5">`, "2001/5"],
  ["in the markup", `<meta itemprop="datePublished" content="March 2021">`, "March 2021"],
  ["in JSON-LD", json({ "@type": "Article", datePublished: "2020-01-02" }), "2020-01-02"],
  ["in a list of JSON-LD", json([{ a: 1 }, { datePublished: "1999" }]), "1999"],
  ["in a graph of JSON-LD", json({ "@graph": [null, { datePublished: "1998" }] }), "1998"],
  ["nowhere", `<script type="application/ld+json">{ "datePublished": </script>${json({ datePublished: {} })}`, ""],
])("a date that is %s", (_, head, published) => expect(facts(head)).toMatchObject({ published }));

it("takes the title of the page, and of no drawing in it", () => {
  const drawing = "<svg><title>A fence</title></svg>";
  expect(facts("<title> The \n Wall</title>", drawing).title).toBe("The Wall");
  expect(facts("", drawing).title).toBe("");
});

const deed = "https://creativecommons.org/licenses/by/4.0/";

it.each([
  ["a link in the head", `<link rel="license" href="${deed}">`, "", "CC-BY-4.0", ""],
  ["a link in the text", "", `<a rel="license nofollow" href="${deed}">CC</a>`, "CC-BY-4.0", ""],
  ["JSON-LD", json({ license: deed }), "", "CC-BY-4.0", ""],
  ["a licence as rights", `<meta name="dc.rights" content="${deed}">`, "", "CC-BY-4.0", ""],
  ["a copyright line", `<meta name="copyright" content="© Ada Field">`, "", "", "© Ada Field"],
  ["an address that runs", `<link rel="license" href="javascript:alert(1)">`, "", "", ""],
])("terms by %s", (_, head, body, licence, rights) => {
  expect(facts(head, body)).toMatchObject({ licence, rights });
});
