import type { Page } from "@playwright/test";
import { ulid } from "ulid";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { beginNote, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postText, test } from "./readers.ts";

const paragraphs = [
  "The first stone was laid by a woman whose name the chronicle does not give.",
  "The second stone was laid by a man whose name it gives eleven times.",
  "The third stone was never laid, and the wall is called unfinished to this day.",
  "Whoever leans on it says that it is warm in the evening.",
];

type Publish = Extract<AnnotationCommand, { verb: "publish" }>;

/** Writes a note and gives the command that went out, to make others of. */
async function commandOf(page: Page, written: Parameters<typeof writeNote>[1]): Promise<Publish> {
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/notes"));
  await writeNote(page, written);
  return (await sent).postDataJSON();
}

/** Where everything stands that the reader has in view, in whole pixels, and where the cursor is. */
function sightOf(page: Page) {
  return page.evaluate(() => {
    const box = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(" ");
    };
    const active = document.activeElement;
    const field = active instanceof HTMLTextAreaElement ? active : null;
    return {
      field: field === null ? null : [box(field), field.value, field.selectionStart, field.selectionEnd],
      composer: [...document.querySelectorAll("section[aria-label='New note']")].map(box),
      cards: [...document.querySelectorAll("article[id^=thread-]")].map((card) => `${card.id} ${box(card)}`),
      blocks: [...document.querySelectorAll("[data-block]")].map(box),
      scroll: scrollY,
    };
  });
}

test("ten notes that come in while somebody writes move neither composer, cursor, cards nor text", async ({
  signedIn,
}) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "The wall that is warm", paragraphs });
  const [amina, jonas] = [await signedIn("Amina Musa"), await signedIn("Jonas Keller")];
  for (const page of [amina, jonas]) await openReading(page, path);
  const first = await commandOf(jonas, { quote: "first stone", body: "Why not her name?" });
  const last = await commandOf(jonas, { quote: "Whoever leans", body: "Who leans?" });
  for (const { body } of [first, last]) await seeNote(amina, body);

  const field = await beginNote(amina, { quote: "unfinished to this day" });
  await field.pressSequentially("A wall can be finished by leaning");
  for (let i = 0; i < 7; i++) await field.press("ArrowLeft");
  await expect(amina.getByText("2 notes", { exact: true })).toBeVisible();
  const before = await sightOf(amina);
  expect(before.field).not.toBeNull();
  expect(before.cards).toHaveLength(2);

  const { origin } = new URL(jonas.url());
  for (let i = 0; i < 10; i++) {
    const { target } = i % 2 === 0 ? first : last;
    const data = { ...first, id: ulid(), target, body: `Note ${i} of ten` };
    const answer = await jonas.request.post(`${path}/notes`, { data, headers: { Origin: origin } });
    expect(answer.status()).toBe(200);
  }
  await expect(amina.getByText("12 notes", { exact: true })).toBeVisible();
  const { cards, ...others } = await sightOf(amina);
  // A card may come in where there is room; none of those that are there may move.
  expect({ ...others, cards: cards.filter((card) => before.cards.includes(card)) }).toEqual(before);

  await amina.keyboard.type("!");
  await expect(field).toHaveValue("A wall can be finished by !leaning");
});
