/** What staff make of threads for others: a summary, a collection that is shown outside; and an item that is handed over. */
import type { Page } from "@playwright/test";
import { cardOf, openNote, openReading, writeNote, writeReply } from "./margin.ts";
import { expect, postForm, postText, test } from "./readers.ts";

const paragraphs = [
  "The ferryman counts his passengers twice, once for the fare and once for the weather.",
  "Nobody has ever paid for the second count, and nobody has ever asked him to leave it out.",
];

const home = async (page: Page) => {
  await page.goto("/groups");
  return (await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href")) ?? "";
};

async function choose(page: Page, note: string, item: string): Promise<void> {
  const card = await openNote(page, note);
  await card.getByRole("button", { name: "More about this note" }).first().click();
  await card.getByRole("menuitem", { name: item }).click();
}

test("a thread is summarised, and readers are told what the summary does not know yet", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "The second count", paragraphs });
  const amina = await signedIn("Amina Musa");
  await openReading(amina, path);
  await writeNote(amina, { quote: "once for the weather", body: "Why would weather be counted?" });
  await openReading(dahl, path);
  await choose(dahl, "Why would weather be counted?", "Summarise…");
  const field = dahl.getByRole("textbox", { name: "Summary" });
  await field.fill("It turns on the weather. See ");
  // The button answers once the page is hydrated.
  await expect(async () => {
    await dahl.getByRole("button", { name: "Cite the note by Amina Musa" }).click();
    await expect(field).not.toHaveValue("It turns on the weather. See ", { timeout: 500 });
  }).toPass();
  await dahl.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dahl.getByText("The summary stands under the first note of the thread.")).toBeVisible();

  const card = await openNote(amina, "Why would weather be counted?");
  const summary = card.getByRole("region", { name: "Summary" });
  await expect(summary).toContainText("It turns on the weather. See Amina Musa");
  await expect(summary.getByText("may be out of date")).toHaveCount(0);
  await writeReply(card, "Because it pays nothing.");
  await expect(summary.getByText("may be out of date")).toBeVisible();
  await expect(summary).toContainText("of 0 of 1 replies");

  await dahl.getByRole("button", { name: "Withdraw" }).click();
  await expect(summary).toHaveCount(0);
});

test("a thread goes into a collection, is read by a link, and leaves it when it is hidden", async ({
  signedIn,
  opened,
}) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "The first count", paragraphs });
  const amina = await signedIn("Amina Musa");
  await openReading(amina, path);
  await writeNote(amina, { quote: "once for the fare", body: "The fare is the honest count." });
  const collections = `${await home(dahl)}/collections`;
  await dahl.goto(collections);
  await dahl.getByLabel("Title").fill("Counting");
  await dahl.getByRole("button", { name: "New collection" }).click();
  await expect(dahl.getByRole("heading", { name: "Counting" })).toBeVisible();
  const collection = dahl.url();

  await openReading(dahl, path);
  await choose(dahl, "The fare is the honest count.", "Put into a collection");
  await dahl.getByRole("listitem").filter({ hasText: "Counting" }).getByRole("button", { name: "Put in" }).click();
  await expect(dahl.getByRole("listitem").filter({ hasText: "Counting" })).toContainText("in it");
  await dahl.goto(collection);
  await dahl.getByRole("button", { name: "Make a link" }).click();
  const link = await dahl.getByLabel("This is the link. It is shown this once:").inputValue();

  const stranger = await opened();
  await stranger.goto(link);
  await expect(stranger.getByText("The fare is the honest count.")).toBeVisible();
  await expect(stranger.getByText("Amina Musa")).toHaveCount(0);

  await openReading(dahl, path);
  const id = await (await openNote(dahl, "The fare is the honest count."))
    .locator("[id^=note-]")
    .first()
    .getAttribute("id");
  await postForm(dahl, `/n/${id?.slice("note-".length)}/decide`, {
    ...{ verb: "hide", version: "1", reason: "off-topic", toAuthor: "", toStaff: "" },
  });
  await stranger.reload();
  await expect(stranger.getByText("The fare is the honest count.")).toHaveCount(0);
});

test("an item is handed over and passed on, and a canned answer with the group's rule goes to its author", async ({
  signedIn,
}) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "The third count", paragraphs });
  const [devika, amina, jonas] = [
    await signedIn("Devika Rao"),
    await signedIn("Amina Musa"),
    await signedIn("Jonas Keller"),
  ];
  const group = await home(dahl);
  await postForm(dahl, `${group}/guidelines`, {
    ...{ intent: "save", id: "", title: "Speak of the text", words: "Not of each other.", reasons: "attack" },
  });
  await postForm(dahl, `${group}/moderation/answers`, {
    ...{ intent: "save", id: "", kind: "remove", title: "Be kind", words: "Dear {author}, please read: {rule}" },
  });
  await openReading(amina, path);
  await writeNote(amina, { quote: "Nobody has ever paid", body: "You read like a ferry." });
  const note = await cardOf(amina, "You read like a ferry.").locator("[id^=note-]").first().getAttribute("id");
  await postForm(jonas, `/n/${note?.slice("note-".length)}/report`, { reason: "attack", words: "" });

  const queue = `${group}/moderation?text=${path.split("/").at(-1)}`;
  await dahl.goto(queue);
  const given = dahl.getByLabel("Given to");
  const devikaOption = given.locator("option").filter({ hasText: "Devika Rao" });
  await given.selectOption((await devikaOption.getAttribute("value")) ?? "");
  await dahl.getByRole("button", { name: "Hand over" }).click();
  await devika.goto(queue);
  await expect(devika.getByText("Devika Rao").first()).toBeVisible();
  await devika.getByRole("button", { name: "Ask the owners" }).click();
  await expect(devika.getByRole("button", { name: "No longer ask the owners" })).toBeVisible();

  await devika.keyboard.press("x");
  await devika.keyboard.press("1");
  await devika.getByLabel("Canned answer").selectOption({ label: "Be kind" });
  await expect(devika.getByRole("textbox", { name: "A word to the author" })).toHaveValue(
    /Dear Amina Musa, please read: .*Speak of the text/,
  );
  await devika
    .getByRole("form", { name: "Why is it removed?" })
    .getByRole("button", { name: /Remove/ })
    .click();
  await amina.goto("/decisions");
  await expect(amina.getByText(/Dear Amina Musa, please read/).first()).toBeVisible();
});
