/** Promise: nobody can make this server call an address of its own network, however it is written or named. */
import { describe, expect, it } from "vitest";
import { isPublic, vettedAddress } from "./public-address.ts";

describe("is closed", () => {
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.255",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.216.34",
    "64:ff9b::7f00:1",
    "fc00::1",
    "fe80::1",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "not an address",
    "",
  ])("%s", (address) => expect(isPublic(address)).toBe(false));
});

it.each(["93.184.216.34", "172.32.0.1", "8.8.8.8", "2606:2800:220:1::1", "2a00:1450:4001:80b::200e"])(
  "%s is open",
  (a) => expect(isPublic(a)).toBe(true),
);

describe("an address is refused", () => {
  const open = [{ address: "93.184.216.34", family: 4 }];
  it.each([
    ["another scheme", "ftp://a.example/", open],
    ["another port", "https://a.example:8443/", open],
    ["credentials", "https://u:p@a.example/", open],
    ["a decimal loopback", "http://2130706433/", open],
    ["an octal loopback", "http://0177.0.0.1/", open],
    ["a hexadecimal loopback", "http://0x7f000001/", open],
    ["a v6 loopback", "http://[::1]/", open],
    ["a v4 address in a v6 one", "http://[::ffff:7f00:1]/", open],
    ["a name that leads inside", "https://a.example/", [{ address: "10.0.0.1", family: 4 }]],
    ["a name of which one address leads inside", "https://a.example/", [...open, { address: "::1", family: 6 }]],
    ["a name without addresses", "https://a.example/", []],
  ])("%s", async (_, url, found) => expect(await vettedAddress(new URL(url), async () => found)).toBeNull());

  it("and a public one is given", async () => {
    expect(await vettedAddress(new URL("https://a.example/x"), async () => open)).toEqual(open[0]);
  });
});
