/** C1: what looks like a link in a note leads to http and https only, and tells the other side nothing. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NoteWords } from "#app/features/thread/note-words.tsx";
import { dangersIn, elementsIn, hostile, textOf } from "./attack-html.ts";

const schemes = [
  "javascript:alert(1)",
  "j\tavascript:x",
  "data:text/html,x",
  "vbscript:x",
  "blob:http://x/1",
  "file:///etc",
];

it.each([
  ...hostile,
  ...schemes,
  ...schemes.map((scheme) => `¶3 https://x.example/?to=${scheme} *${scheme}* http://${scheme}`),
  "https://x.example\"onmouseover=alert(1) https://x.example'onclick=x https://user:pw@x.example",
])("%j", (body) => {
  const html = renderToStaticMarkup(createElement(NoteWords, { body }));
  expect(dangersIn(html, "")).toEqual([]);
  const elements = elementsIn(html);
  expect(elements.map(textOf)[0]?.replaceAll("*", "")).toBe(body.replaceAll("*", ""));
  for (const { properties } of elements.filter(({ tagName }) => tagName === "a")) {
    expect(String(properties.href)).toMatch(/^(https?:\/\/|#\d+$)/);
    if (properties.target !== "_blank") continue;
    expect(properties.rel).toEqual(expect.arrayContaining(["noopener", "noreferrer", "nofollow", "ugc"]));
  }
});
