import { expectPainted, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, scrollToWords, test } from "./readers.ts";

const words = ["stone", "river", "letter", "evening", "bridge", "window", "silence", "harbour", "orchard", "winter"];

/** A paragraph of a hundred words that occurs nowhere else in the text. */
function paragraph(part: number, n: number): string {
  const middle = Array.from({ length: 94 }, (_, i) => words[(part * 7 + n * 3 + i * i) % words.length]);
  return `In part ${part}, paragraph ${n} begins ${middle.join(" ")}.`;
}

const parts = Array.from({ length: 25 }, (_, i) => i + 1);
const text = parts
  .flatMap((part) => [
    `Part ${part}: of ${words[part % words.length]}s`,
    ...parts.slice(0, 20).map((n) => paragraph(part, n)),
  ])
  .join("\n\n");

test("a text of 50,000 words opens, its contents lead to its parts, and a note near its end is live", async ({
  signedIn,
}) => {
  expect(text.split(/\s+/u).length).toBeGreaterThan(50_000);
  const teacher = await signedIn("Prof. Ingrid Dahl");
  await teacher.getByRole("link", { name: "Rhetoric 201" }).first().click();
  await teacher.getByRole("link", { name: "Add a text" }).first().click();
  await teacher.getByRole("textbox", { name: "The text" }).fill(`A very long winter\n\n${text}`);
  await teacher.getByRole("button", { name: "Look at it" }).click();
  await teacher.getByRole("button", { name: "Add this text" }).first().click();
  await teacher.waitForURL(/\/t\//);
  const path = new URL(teacher.url()).pathname;
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  for (const page of [amina, jonas]) await openReading(page, path);

  const contents = jonas.getByRole("navigation", { name: "Contents" });
  await expect(contents.getByRole("link", { name: /^Part \d/ })).toHaveCount(25);
  await contents.getByRole("link", { name: /^Part 25/ }).click();
  await expect(jonas.getByRole("heading", { name: /^Part 25/ })).toBeInViewport();
  await expect(contents.getByRole("link", { name: /^Part 25/ })).toHaveAttribute("aria-current", "location");

  await scrollToWords(jonas, "In part 25, paragraph 19");
  await writeNote(amina, { quote: "In part 25, paragraph 19", body: "Almost through." });
  await seeNote(jonas, "Almost through.");
  await expectPainted(jonas, "In part 25, paragraph 19");
});
