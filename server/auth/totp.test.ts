import { describe, expect, it } from "vitest";
import { toBase32 } from "./base32.ts";
import { codeAt, describeSecret, stepAt, stepOf } from "./totp.ts";

const SECONDS = 1000;
const seed = (length: number) => Buffer.from("1234567890".repeat(7).slice(0, length));
const secret = seed(20);

describe("RFC 6238, appendix B", () => {
  it.each([
    [59, "94287082", "46119246", "90693936"],
    [1_111_111_109, "07081804", "68084774", "25091201"],
    [1_111_111_111, "14050471", "67062674", "99943326"],
    [1_234_567_890, "89005924", "91819424", "93441116"],
    [2_000_000_000, "69279037", "90698825", "38618901"],
    [20_000_000_000, "65353130", "77737706", "47863826"],
  ])("at %d s", (time, sha1, sha256, sha512) => {
    const step = stepAt(time * SECONDS);
    expect(codeAt(secret, step, 8)).toBe(sha1);
    expect(codeAt(seed(32), step, 8, "sha256")).toBe(sha256);
    expect(codeAt(seed(64), step, 8, "sha512")).toBe(sha512);
  });
});

it("RFC 4226, appendix D: six digits of the first ten steps", () => {
  const codes = Array.from({ length: 10 }, (_, step) => codeAt(secret, step));
  expect(codes.join(" ")).toBe("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489");
});

describe("which codes are taken", () => {
  const now = 1_111_111_111 * SECONDS;
  const present = stepAt(now);

  it.each([
    [-2, null],
    [-1, present - 1],
    [0, present],
    [1, present + 1],
    [2, null],
  ])("one of %d steps away: %s", (away, taken) => {
    expect(stepOf(secret, codeAt(secret, present + away), { now, last: 0 })).toBe(taken);
  });

  it("not one that was used, nor one before it", () => {
    const code = (away: number) => codeAt(secret, present + away);
    expect(stepOf(secret, code(0), { now, last: present })).toBeNull();
    expect(stepOf(secret, code(-1), { now, last: present })).toBeNull();
    expect(stepOf(secret, code(1), { now, last: present })).toBe(present + 1);
  });

  it.each(["", "12345", "1234567", "abcdef", "１２３４５６", "-12345", "12345\u0000"])("never %j", (typed) => {
    expect(stepOf(secret, typed, { now, last: 0 })).toBeNull();
  });

  it("with blanks, as apps show it", () => {
    const code = codeAt(secret, present);
    expect(stepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, { now, last: 0 })).toBe(present);
  });
});

describe("base32, RFC 4648 §10", () => {
  it.each([
    ["", ""],
    ["f", "MY"],
    ["fo", "MZXQ"],
    ["foo", "MZXW6"],
    ["foob", "MZXW6YQ"],
    ["fooba", "MZXW6YTB"],
    ["foobar", "MZXW6YTBOI"],
  ])("%j", (bytes, text) => expect(toBase32(Buffer.from(bytes))).toBe(text));
});

it("names site and account to the app, and shows the secret in groups of four", () => {
  const { uri, text } = describeSecret(secret, { issuer: "Glossa: one", account: "ada@example.org" });
  expect(uri).toBe(
    "otpauth://totp/Glossa%3A%20one:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Glossa%3A%20one&algorithm=SHA1&digits=6&period=30",
  );
  expect(text).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
});
