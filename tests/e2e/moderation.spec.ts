/** Two moderators on one queue, an author and a reader: claims, who was faster, the way back, and what each of them sees. */
import type { Page } from "@playwright/test";
import { cardOf, openNote, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postForm, postText, test } from "./readers.ts";

const paragraphs = [
  "The bell was cast in one afternoon, and nobody has agreed since on what it was cast for.",
  "It rings at seven, when the market opens, and at five past seven, when the market believes it.",
  "On Sundays it is silent, which the village calls its best sermon.",
];

/** Milliseconds in which what was hidden is gone from every open page, and what was shown again is back. */
const AT_ONCE = 1_000;

const home = async (page: Page) => {
  await page.goto("/groups");
  return page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href");
};
/** The queue of that text alone, since the demo and other tests have items of their own. */
const queueOf = async (page: Page, text: string) => `${await home(page)}/moderation?text=${text.split("/").at(-1)}`;
const row = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });
const isLive = (page: Page) => page.waitForEvent("websocket", (socket) => socket.url().includes("/collab/queue"));

async function report(page: Page, words: string, reason: string): Promise<void> {
  const card = await openNote(page, words);
  await card.getByRole("button", { name: "More about this note" }).first().click();
  await card.getByRole("menuitem", { name: "Report…" }).click();
  const dialog = page.getByRole("dialog", { name: "Report this note" });
  await dialog.getByRole("radio", { name: reason }).check();
  await dialog.getByRole("button", { name: "Report", exact: true }).click();
  await expect(page.getByText("Thank you. Moderators will look at it.")).toBeVisible();
}

test("one is faster, the other is told, and everybody else sees it within a second", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "Bell", paragraphs });
  const [devika, amina, jonas] = [
    await signedIn("Devika Rao"),
    await signedIn("Amina Musa"),
    await signedIn("Jonas Keller"),
  ];
  const words = "Only a fool would count the minutes.";
  await openReading(amina, path);
  await writeNote(amina, { quote: "rings at seven", body: words });
  for (const moderator of [dahl, devika]) {
    const live = isLive(moderator);
    await moderator.goto(await queueOf(moderator, path));
    await expect(moderator.getByRole("heading", { name: "No item is like that." })).toBeVisible();
    await live;
  }
  await openReading(jonas, path);
  await seeNote(jonas, words);
  await report(jonas, words, "Personal attack");

  // It comes in without moving anything, and both open it.
  for (const moderator of [dahl, devika]) {
    await moderator.getByRole("button", { name: "Show 1 new item" }).click();
    await row(moderator, words).getByRole("link").click();
    await expect(moderator.getByRole("region", { name: "The note in question" })).toContainText(words);
    await expect(moderator.getByRole("definition").filter({ hasText: "Personal attack" })).toBeVisible();
  }
  await expect(dahl.getByText("Viewing with Devika Rao").first()).toBeVisible();
  const reported = Number(
    await dahl
      .getByRole("link", { name: /^Reported/ })
      .innerText()
      .then((said) => /\d+/.exec(said)?.[0]),
  );
  await dahl.keyboard.press("c");
  await expect(devika.getByText("Prof. Ingrid Dahl has taken this on.").first()).toBeVisible();

  await dahl.keyboard.press("x");
  await dahl.keyboard.press("1");
  const decided = dahl.waitForResponse(
    (answer) => answer.url().endsWith("/send") && answer.request().postData()?.includes("decide") === true,
  );
  await dahl.keyboard.press("Enter");
  await decided;
  await expect(cardOf(jonas, words)).toHaveCount(0, { timeout: AT_ONCE });
  await expect(devika.getByRole("alert", { name: "Decided meanwhile" })).toContainText("Prof. Ingrid Dahl was faster");
  await expect(
    devika.getByRole("link", { name: reported === 1 ? /^Reported$/ : `Reported ${reported - 1}` }),
  ).toBeVisible();
  await expect(row(devika, words)).toContainText("Prof. Ingrid Dahl: note removed");
  await expect(cardOf(amina, words).getByText("Reason: Personal attack.")).toBeVisible();

  await dahl.keyboard.press("u");
  const back = jonas.getByRole("button", { name: /came in here/ });
  await expect(cardOf(jonas, words).or(back).first()).toBeVisible({ timeout: AT_ONCE * 2 });
  await expect(devika.getByRole("link", { name: `Reported ${reported}` })).toBeVisible();
  await expect(dahl.getByRole("button", { name: "Leave as it is" })).toBeVisible();
});

test("many at once: a look before, what became of each, and all of it taken back", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "Second bell", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  await openReading(amina, path);
  const bodies = ["Buy bells at my stall.", "Buy clappers at my stall."];
  for (const [n, body] of bodies.entries()) {
    await writeNote(amina, { quote: ["in one afternoon", "its best sermon"][n] ?? "", body });
    const id = await cardOf(amina, body).locator("[id^=note-]").first().getAttribute("id");
    await postForm(jonas, `/n/${id?.slice("note-".length)}/report`, { reason: "spam", words: "" });
  }
  await dahl.goto(await queueOf(dahl, path));
  await expect(row(dahl, bodies[0] ?? "")).toBeVisible();
  await expect(dahl.getByRole("region", { name: "The note in question" })).toBeVisible();
  await dahl.keyboard.press(" ");
  await dahl.keyboard.press("j");
  await dahl.keyboard.press("Shift+ ");
  await expect(dahl.getByText("2 items selected").first()).toBeVisible();
  await dahl.getByRole("form", { name: "Selected items" }).getByRole("button", { name: "Hide" }).click();
  const dialog = dahl.getByRole("dialog");
  await expect(dialog.getByText("2 items will be decided.")).toBeVisible();
  await dialog.getByRole("button", { name: "Decide about 2" }).click();
  await expect(dialog.getByText("2 of 2 were decided.")).toBeVisible();
  await expect(cardOf(amina, bodies[0] ?? "").getByText("Hidden", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Undo all of it" }).click();
  await expect(dialog.getByText("2 decisions were taken back.")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  for (const body of bodies) await expect(row(dahl, body).getByText("Spam ×1")).toBeVisible();
});
