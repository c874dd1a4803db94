import { expect, openText, test } from "./readers.ts";

test("a newcomer signs in to the demo and opens a text", async ({ signedIn }) => {
  const page = await signedIn("Amina Musa");
  await openText(page, "Rhetoric 201", "The Wall and the Window");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The Wall and the Window");
});

test("who is not signed in is asked to, and comes back to the text", async ({ opened, signedIn }) => {
  const reader = await signedIn("Amina Musa");
  await openText(reader, "Rhetoric 201", "The Wall and the Window");
  const page = await opened();
  await page.goto(reader.url());
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByRole("button", { name: "Jonas Keller" }).click();
  await expect(page).toHaveURL(reader.url());
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The Wall and the Window");
});

test("who is not in the group is told nothing", async ({ signedIn }) => {
  const reader = await signedIn("Amina Musa");
  await openText(reader, "Rhetoric 201", "The Wall and the Window");
  const stranger = await signedIn("Noor Elmasri");
  const answer = await stranger.goto(reader.url());
  expect(answer?.status()).toBe(404);
  await expect(stranger.getByText("The Wall and the Window")).toHaveCount(0);
});
