import { expect, it } from "vitest";
import { comesFromUs } from "./same-origin.ts";

const host = "glossa.example:3000";

it.each([
  [{ host, "sec-fetch-site": "same-origin" }, true],
  [{ host, "sec-fetch-site": "same-site" }, false],
  [{ host, "sec-fetch-site": "none" }, false],
  [{ host, "sec-fetch-site": "cross-site", origin: `http://${host}` }, false],
  [{ host, origin: `http://${host}` }, true],
  [{ host, origin: `https://${host}` }, true],
  [{ host, origin: "http://glossa.example" }, false],
  [{ host, origin: "null" }, false],
  [{ host }, false],
  [{ origin: "http://undefined" }, false],
])("S4: without PUBLIC_URL %j: %s", (headers, answer) => {
  expect(comesFromUs(headers, null)).toBe(answer);
});

it.each([
  [{ host: "backend", origin: "https://glossa.example" }, true],
  [{ host: "backend", origin: "http://glossa.example" }, false],
  [{ host: "backend", origin: "http://backend" }, false],
  [{ host: "backend", origin: "https://glossa.example.evil" }, false],
])("S4: with PUBLIC_URL %j: %s", (headers, answer) => {
  expect(comesFromUs(headers, "https://glossa.example")).toBe(answer);
});
