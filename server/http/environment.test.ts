import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Environment, readEnvironment } from "./environment.ts";

function environmentOf(env: Record<string, string>): Environment {
  const read = readEnvironment(env);
  if (!read.ok) throw new Error(read.sentences.join(" "));
  return read.value;
}

function sentencesOf(env: Record<string, string>): readonly string[] {
  const read = readEnvironment(env);
  return read.ok ? [] : read.sentences;
}

describe("readEnvironment", () => {
  it("needs nothing: a demo for this machine alone", () => {
    expect(environmentOf({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      dataDir: resolve("data"),
      demo: true,
      publicOrigin: null,
      origin: "http://localhost:3000",
      trustProxy: 0,
      smtpUrl: null,
      mailFrom: { name: "Glossa", address: "glossa@localhost" },
      mailReplyTo: { name: "Glossa", address: "glossa@localhost" },
      mode: "production",
      logLevel: "info",
    });
  });

  it("takes an empty value for one that is not set", () => {
    expect(environmentOf({ PORT: "", PUBLIC_URL: "", GLOSSA_DEMO: "" })).toEqual(environmentOf({}));
  });

  it("reads every variable", () => {
    const env = {
      PORT: "8080",
      HOST: "0.0.0.0",
      DATA_DIR: "/var/lib/glossa",
      GLOSSA_DEMO: "0",
      PUBLIC_URL: "https://Glossa.example.org/",
      TRUST_PROXY: "1",
      SMTP_URL: "smtps://user:secret@mail.example.org",
      MAIL_FROM: "Our reading room <reading@example.org>",
      MAIL_REPLY_TO: "teacher@example.org",
      NODE_ENV: "test",
      LOG_LEVEL: "warn",
    };
    expect(environmentOf(env)).toEqual({
      port: 8080,
      host: "0.0.0.0",
      dataDir: "/var/lib/glossa",
      demo: false,
      publicOrigin: "https://glossa.example.org",
      origin: "https://glossa.example.org",
      trustProxy: 1,
      smtpUrl: "smtps://user:secret@mail.example.org",
      mailFrom: { name: "Our reading room", address: "reading@example.org" },
      mailReplyTo: { name: "", address: "teacher@example.org" },
      mode: "test",
      logLevel: "warn",
    });
  });

  it("S10: a public site has no demo accounts unless it asks for them", () => {
    expect(environmentOf({ PUBLIC_URL: "https://glossa.example.org" }).demo).toBe(false);
    expect(environmentOf({ PUBLIC_URL: "https://glossa.example.org", GLOSSA_DEMO: "1" }).demo).toBe(true);
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["HOST", "my host"],
    ["GLOSSA_DEMO", "yes"],
    ["PUBLIC_URL", "glossa.example.org"],
    ["PUBLIC_URL", "ftp://glossa.example.org"],
    ["PUBLIC_URL", "https://glossa.example.org/reading"],
    ["PUBLIC_URL", "https://me@glossa.example.org"],
    ["TRUST_PROXY", "true"],
    ["MAIL_FROM", "reading"],
    ["MAIL_FROM", "Our <reading@example.org"],
    ["MAIL_FROM", "Our\r\nBcc: all@example.org <reading@example.org>"],
    ["MAIL_REPLY_TO", "one@example.org, two@example.org"],
    ["NODE_ENV", "prod"],
    ["LOG_LEVEL", "loud"],
  ])("says what is wrong with %s=%s", (name, value) => {
    const [sentence = "", ...more] = sentencesOf({ [name]: value });
    expect(more).toEqual([]);
    expect(sentence).toContain(`${name} is ${JSON.stringify(value)}, but has to be `);
  });

  it("never repeats a mail server's password", () => {
    const [sentence = ""] = sentencesOf({ SMTP_URL: "http://user:secret@mail.example.org" });
    expect(sentence).toContain("SMTP_URL");
    expect(sentence).not.toContain("secret");
  });

  it("names every wrong value at once", () => {
    expect(sentencesOf({ PORT: "x", LOG_LEVEL: "y" })).toHaveLength(2);
  });
});
