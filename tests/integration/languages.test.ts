/** Everybody is answered in their own language, also when the server does many things at once. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { isProblem } from "#app/domain/problem.ts";
import type { Locale } from "#app/words/locale.ts";
import { inLocale } from "#app/words/localised.ts";
import { type ComposedSite, composeSite } from "#tests/support/composed-site.ts";

const client = { address: "192.0.2.1", device: "Firefox on Linux" };
let composed: ComposedSite;
let url: string;

beforeAll(async () => {
  composed = await composeSite();
  url = `http://127.0.0.1:${await composed.site.listen()}`;
});
afterAll(() => composed.close());

it.each([
  ["", "This request came from another site"],
  ["de-CH, de;q=0.9", "Diese Anfrage kam von einer anderen Seite"],
  ["fr, en;q=0.5", "This request came from another site"],
])("refuses in the language of Accept-Language %j", async (language, sentence) => {
  const answer = await fetch(`${url}/sign-in`, { method: "POST", headers: { "Accept-Language": language } });
  expect(await answer.text()).toContain(sentence);
});

it("a guest's choice comes before what the browser asks for", async () => {
  const headers = { "Accept-Language": "en", Cookie: "glossa-language=de" };
  const answer = await fetch(`${url}/nothing-here`, { headers });
  expect(await answer.text()).toContain("Unter dieser Adresse gibt es nichts.");
});

it("works that share a commit keep the languages of those who asked", async () => {
  const locales: readonly Locale[] = ["en", "de", "de", "en", "de", "en"];
  const sentences = await Promise.all(locales.map((locale) => inLocale(locale, badResetLink)));
  expect(sentences).toEqual(
    locales.map((locale) =>
      locale === "de"
        ? "Dieser Link wurde schon benutzt oder ist zu alt. Bitte einen neuen anfordern."
        : "This link has been used already or is too old. Please ask for a new one.",
    ),
  );
});

it("who signs up in German is written to in German", async () => {
  const input = { name: "Ada", email: "ada@example.org", password: "vier worte im regen", timeZone: "UTC" };
  await inLocale("de", () => composed.site.accounts.signUp(client, input));
  const member = await composed.site.read.members.byEmailKey("ada@example.org");
  expect(member?.settings).toEqual({ language: "de" });
});

async function badResetLink(): Promise<string> {
  try {
    await composed.site.accounts.reset(client, { token: "none", password: "a password of four words" });
  } catch (error) {
    if (isProblem(error)) return error.sentence;
  }
  return "";
}
