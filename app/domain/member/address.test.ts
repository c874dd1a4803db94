import { describe, expect, it } from "vitest";
import { addressKey, isAddress, tidyAddress } from "./address.ts";

describe("addressKey", () => {
  it.each(["Ada@Example.org", " ada@example.org ", "ada\u200b@example.org", "ａｄａ@example.org", "ADA@EXAMPLE.ORG"])(
    "A1: takes %j for ada@example.org",
    (address) => {
      expect(addressKey(address)).toBe("ada@example.org");
    },
  );
});

describe("isAddress", () => {
  it.each(["ada@example.org", "ada+x@sub.example.org", "ada@localhost", "jürgen@bücher.example"])(
    "takes %s",
    (address) => {
      expect(isAddress(tidyAddress(address))).toBe(true);
    },
  );

  it.each([
    "",
    "ada",
    "@example.org",
    "ada@",
    "a@b@c",
    "ada@example.org, eve@example.org",
    "ada@example.org\r\nBcc: eve@example.org",
    "<ada@example.org>",
    `${"a".repeat(250)}@b.example`,
  ])("C5: refuses %j", (address) => {
    expect(isAddress(tidyAddress(address))).toBe(false);
  });
});
