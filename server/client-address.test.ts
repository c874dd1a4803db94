import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

const cases: readonly (readonly [string, number, string | undefined, string])[] = [
  ["without proxies a header is nobody's word", 0, "6.6.6.6", "10.0.0.1"],
  ["one proxy names its peer", 1, "1.1.1.1", "1.1.1.1"],
  ["what a client put in front of it does not count", 1, "6.6.6.6, 1.1.1.1", "1.1.1.1"],
  ["two proxies", 2, "6.6.6.6, 1.1.1.1, 2.2.2.2", "1.1.1.1"],
  ["fewer names than proxies", 2, "1.1.1.1", "1.1.1.1"],
  ["no header at all", 1, undefined, "10.0.0.1"],
  ["an empty header", 1, " , ", "10.0.0.1"],
];

it.each(cases)("%s", (_, proxies, header, expected) => {
  const headers = header === undefined ? {} : { "x-forwarded-for": header };
  const socket = { remoteAddress: "10.0.0.1" } as IncomingMessage["socket"];
  expect(clientAddress({ headers, socket }, proxies)).toBe(expected);
});
