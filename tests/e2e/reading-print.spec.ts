import { openNote, openReading, seeNote, writeNote, writeReply } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const paragraphs = [
  "Paper remembers what was pressed on it.",
  "## What the press forgets",
  "The press remembers nothing, and is oiled on Fridays.",
  "## What the reader keeps",
  "The reader keeps the crease.",
];

test("printed, each section ends with its numbered notes and their replies", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "On paper", paragraphs });
  const page = await signedIn("Amina Musa");
  await openReading(page, path);
  await writeNote(page, { quote: "oiled on Fridays", body: "By whom?" });
  await writeReply(await openNote(page, "By whom?"), "By the apprentice.");
  await expect(page.getByText("By the apprentice.")).toBeVisible();
  await writeNote(page, { quote: "what was pressed", body: "And what was not?" });
  await seeNote(page, "And what was not?");

  await page.emulateMedia({ media: "print" });
  // What stands on the paper is on the page only while the browser prints: it is read in that moment.
  await page.evaluate(() => {
    addEventListener("beforeprint", () => {
      const order = [...document.querySelectorAll<HTMLElement>("#article h2, #article aside, [data-printed-notes]")];
      const seen = order.map(({ innerText, tagName, dataset }) =>
        [tagName, dataset.printedNotes ?? "", innerText.replace(/\s+/gu, " ").trim()].join("|"),
      );
      document.documentElement.dataset.printed = JSON.stringify(seen);
    });
  });
  await page.pdf();
  const printed: string[] = JSON.parse(await page.evaluate(() => document.documentElement.dataset.printed ?? "[]"));
  expect(printed.map((line) => line.split("|").slice(0, 2).join("|"))).toEqual([
    "P|1",
    "ASIDE|",
    "H2|",
    "P|2",
    "ASIDE|",
    "H2|",
  ]);
  expect(printed[1]).toMatch(/1 · ¶1 “what was pressed” Amina Musa: And what was not\?/);
  expect(printed[4]).toMatch(/2 · ¶2 “oiled on Fridays” Amina Musa: By whom\? Amina Musa: By the apprentice\./);
  await expect(page.getByRole("region", { name: "Notes in the margin" })).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Search notes and text" })).toBeHidden();
  await expect(page.getByRole("complementary").filter({ hasText: "By whom?" })).toHaveCount(0);
});
