/** What is new: told live and once, seen when it was really seen, walked in text order, and silent where it was muted. */
import type { Page } from "@playwright/test";
import { cardOf, chooseForNote, openNote, openReading, seeNote, writeNote, writeReply } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const paragraphs = [
  "The ferry leaves at six, and whoever comes later reads the timetable aloud to the gulls.",
  "In the second hour the coast goes out like a lamp that somebody has read enough by.",
  "Nobody counts the islands, since the captain says that they are shy of numbers.",
];

const badge = (page: Page, n: number) =>
  page.getByRole("link", { name: n === 0 ? "Inbox, nothing unread" : `Inbox, ${n} unread` });

/** The number in the badge, whatever it is; other tests write to the same people. */
async function unreadOf(page: Page): Promise<number> {
  const name = (await page.getByRole("link", { name: /^Inbox, / }).getAttribute("aria-label")) ?? "";
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}

test("a reply appears in the badge at once, leads to its note, and is read when it was seen", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Ferry", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  for (const page of [amina, jonas]) await openReading(page, path);
  await writeNote(amina, { quote: "leaves at six", body: "Why at six?" });
  await seeNote(jonas, "Why at six?");

  const other = await amina.context().newPage();
  await other.goto("/groups");
  const before = await unreadOf(other);
  await amina.goto("/inbox");
  await writeReply(await openNote(jonas, "Why at six?"), "Because the tide turns.");
  await expect(badge(other, before + 1)).toBeVisible();
  const entry = amina.getByRole("link", { name: /Jonas Keller replied in a thread of yours.*Because the tide turns/ });
  await expect(entry).toBeVisible();
  await entry.click();
  await expect(cardOf(amina, "Because the tide turns.").getByRole("textbox", { name: /^Reply to/ })).toBeVisible();
  await expect(badge(other, before)).toBeVisible();
});

test("a card is new until it was in view and at rest, here and in the library", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "Second ferry", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  await openReading(jonas, path);
  await writeNote(jonas, { quote: "like a lamp", body: "A lamp again." });
  await expect(cardOf(jonas, "A lamp again.")).toBeVisible();

  const library = await amina.context().newPage();
  await library.goto("/groups");
  await library.getByRole("link", { name: "Rhetoric 201" }).first().click();
  const row = library.getByRole("listitem").filter({ has: library.getByRole("link", { name: "Second ferry" }) });
  await expect(row.getByText("1 new")).toBeVisible();

  await openReading(amina, path);
  const card = cardOf(amina, "A lamp again.");
  await expect(card).toBeVisible();
  await expect(card.getByText("New", { exact: true })).toBeVisible();
  const told = amina.waitForResponse((answer) => answer.url().endsWith("/seen") && answer.ok());
  await expect(card.getByText("New", { exact: true })).toHaveCount(0);
  await told;
  await library.reload();
  await expect(row.getByText("1 note")).toBeVisible();
  await expect(row.getByText("1 new")).toHaveCount(0);
});

test("catch me up walks what is new in text order, and ends with a kind word", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Third ferry", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  await openReading(jonas, path);
  const quotes = ["shy of numbers", "leaves at six", "like a lamp"];
  for (const quote of quotes) {
    await writeNote(jonas, { quote, body: `About ${quote}` });
    await expect(cardOf(jonas, `About ${quote}`)).toBeVisible();
  }
  await openReading(amina, path);
  await amina.getByRole("button", { name: "Catch me up: 3 threads are new" }).click();
  const walk = amina.getByRole("region", { name: "What is new" });
  const isOpen = (quote: string) =>
    expect(cardOf(amina, `About ${quote}`).getByRole("textbox", { name: /^Reply to/ })).toBeVisible();
  await isOpen("leaves at six");
  await expect(walk.getByText(/after this/)).toBeVisible();
  await amina.keyboard.press("n");
  await isOpen("like a lamp");
  await walk.getByRole("button", { name: /^Next|^Done/ }).click();
  await isOpen("shy of numbers");
  await expect(walk.getByText("This is the last one")).toBeVisible();
  await amina.keyboard.press("n");
  await expect(walk.getByText("You are up to date.")).toBeVisible();
  await expect(amina.getByRole("button", { name: /^Catch me up/ })).toHaveCount(0);
});

test("a muted thread is silent, a followed text tells of every note", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(dahl, { title: "Fourth ferry", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  for (const page of [amina, jonas]) await openReading(page, path);
  await writeNote(amina, { quote: "leaves at six", body: "Muted in a moment." });
  await seeNote(jonas, "Muted in a moment.");
  await chooseForNote(cardOf(amina, "Muted in a moment."), "Mute this thread");
  await expect(amina.getByText("This thread is muted.")).toBeVisible();

  await amina.goto("/groups");
  await amina.getByRole("link", { name: "Rhetoric 201" }).first().click();
  const row = amina.getByRole("listitem").filter({ has: amina.getByRole("link", { name: "Fourth ferry" }) });
  await row.locator("summary", { hasText: "Not following: Fourth ferry" }).click();
  await row.getByRole("button", { name: "Follow" }).click();
  await expect(row.getByText("You are told of every note on this text.")).toBeVisible();

  const before = await unreadOf(amina);
  await writeReply(await openNote(jonas, "Muted in a moment."), "Nobody hears this.");
  await expect(cardOf(jonas, "Nobody hears this.")).toBeVisible();
  await jonas.keyboard.press("Escape");
  await jonas.keyboard.press("Escape");
  // What never comes cannot be waited for: the note was written after the reply, and comes.
  await writeNote(jonas, { quote: "like a lamp", body: "This one is told." });
  await expect(badge(amina, before + 1)).toBeVisible();
  await amina.goto("/inbox");
  await expect(amina.getByText("This one is told.")).toBeVisible();
  await expect(amina.getByText("Nobody hears this.")).toHaveCount(0);
});
