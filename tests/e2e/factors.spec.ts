/** Passkeys and codes from an app, as a browser does them: with an authenticator that Chromium makes up. */
import type { Page } from "@playwright/test";
import { codeAt, stepAt } from "#server/auth/totp.ts";
import { secretOf } from "#tests/support/base32.ts";
import { expect, postForm, signInAs, test } from "./readers.ts";

test("a passkey signs in, and after a password the second factor is asked for", async ({ opened, baseURL }) => {
  // A passkey is bound to the site's own name; an address of numbers has none.
  const page = await opened({ baseURL: baseURL?.replace("127.0.0.1", "localhost") ?? "" });
  await giveAuthenticator(page);
  await signInAs(page, "Kwabena Osei");

  await page.goto("/settings/security");
  await page.getByRole("textbox", { name: "Name of the new passkey" }).fill("Laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Your 10 recovery codes" })).toBeVisible();
  await page.getByRole("button", { name: "Set up an app" }).click();
  const secret = secretOf((await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "");
  const code = page.getByRole("textbox", { name: "The six digits that it shows now" });
  const step = stepAt(Date.now());
  await code.fill(codeAt(secret, step));
  await page.getByRole("button", { name: "Use this app" }).click();
  await page.getByRole("link", { name: "Go on" }).click();
  await expect(page.getByText("Laptop", { exact: true })).toBeVisible();

  await postForm(page, "/sign-out", {});
  await page.goto("/sign-in?to=/settings/security");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL("/settings/security");

  await postForm(page, "/sign-out", {});
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("kwabena@glossa.example");
  await page.getByRole("textbox", { name: "Password" }).fill("glossa-demo");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
  await page.goto("/settings/account");
  await expect(page).toHaveURL("/verify?to=%2Fsettings%2Faccount");
  await page.getByRole("textbox", { name: "Code" }).fill(codeAt(secret, step + 1));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { name: "End your account" })).toBeVisible();
});

async function giveAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...({ protocol: "ctap2", transport: "internal", hasResidentKey: true } as const),
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}
