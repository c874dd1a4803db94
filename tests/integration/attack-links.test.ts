/** C1: what looks like a link in a note leads to http, https, mailto and to this site only, and tells the other side nothing. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, it } from "vitest";
import { Prose } from "#app/features/thread/prose.tsx";
import { ProseProvider, type ProseSurroundings } from "#app/features/thread/prose-context.ts";
import { loadMarkupParser } from "#app/features/thread/use-markup.ts";
import { dangersIn, elementsIn, hostile } from "./attack-html.ts";

const schemes = [
  "javascript:alert(1)",
  "j\tavascript:x",
  "data:text/html,x",
  "vbscript:x",
  "blob:http://x/1",
  "file:///etc",
];
const around = {
  origin: "https://glossa.example",
  who: () => null,
  isOwn: () => false,
  titleOf: () => "a note",
} as unknown as ProseSurroundings;

beforeAll(loadMarkupParser);

const rendered = (body: string): string =>
  renderToStaticMarkup(createElement(ProseProvider, { value: around }, createElement(Prose, { body })));

it.each([
  ...hostile,
  ...schemes,
  ...schemes.map((scheme) => `¶3 https://x.example/?to=${scheme} *${scheme}* http://${scheme}`),
  ...schemes.map((scheme) => `[**x**](${scheme}) [x](<${scheme}> "${scheme}") <${scheme}> $\\href{${scheme}}{x}$`),
  "https://x.example\"onmouseover=alert(1) https://x.example'onclick=x https://user:pw@x.example",
  '@[x](seat:01ARZ3NDEKTSV4RRFFQ69G5FAV"onclick=x) [x](note:../../sign-out) [x](//x.example) [x](/sign-out)',
])("%j", (body) => {
  const html = rendered(body);
  expect(dangersIn(html, "")).toEqual([]);
  for (const { properties } of elementsIn(html).filter(({ tagName }) => tagName === "a")) {
    expect(String(properties.href)).toMatch(
      /^(https?:\/\/|mailto:|#\d+$|\/n\/[0-9A-Z]{26}$|\/t\/[0-9A-Z]{26}(\/p\/\d+)?$)/,
    );
    if (properties.target !== "_blank") continue;
    expect(properties.rel).toEqual(expect.arrayContaining(["noopener", "noreferrer", "nofollow", "ugc"]));
  }
});
