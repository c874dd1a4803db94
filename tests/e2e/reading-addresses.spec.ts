import type { Page } from "@playwright/test";
import { cardOf, chooseForNote, openNote, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postText, signInAs, test } from "./readers.ts";

const paragraphs = [
  "An address is a promise that somebody lives there.",
  ...Array.from({ length: 30 }, (_, i) => `House number ${i + 2} keeps its lights on until the last letter has come.`),
];
const third = "House number 3 keeps";

/** Writes a note and gives the path of its permanent address. */
async function noteWithAddress(page: Page, body: string): Promise<string> {
  const sent = page.waitForResponse((answer) => {
    const request = answer.request();
    return request.method() === "POST" && request.url().endsWith("/notes") && request.postDataJSON().body === body;
  });
  await writeNote(page, { quote: "a promise", body });
  return `/n/${(await (await sent).json()).id}`;
}

test("the address of a note opens it, for who has to sign in first as well, and tells strangers nothing", async ({
  opened,
  signedIn,
}) => {
  const amina = await signedIn("Amina Musa");
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Addresses", paragraphs });
  await openReading(amina, path);
  const address = await noteWithAddress(amina, "Who promised?");

  const jonas = await signedIn("Jonas Keller");
  await jonas.goto(address);
  await expect(jonas).toHaveURL((url) => url.pathname === path);
  await expect(cardOf(jonas, "Who promised?").getByRole("textbox", { name: "Reply to Amina Musa" })).toBeVisible();

  const visitor = await opened();
  await visitor.goto(address);
  await expect(visitor).toHaveURL(/\/sign-in\?to=/);
  await visitor.getByRole("button", { name: "Tomás Reyes" }).click();
  await expect(cardOf(visitor, "Who promised?").getByRole("textbox", { name: "Reply to Amina Musa" })).toBeVisible();

  const stranger = await signedIn("Noor Elmasri");
  const answers = [await stranger.goto(address), await stranger.goto("/n/01ARZ3NDEKTSV4RRFFQ69G5FAV")];
  expect(answers.map((answer) => answer?.status())).toEqual([404, 404]);
  await expect(stranger.getByText("Who promised?")).toHaveCount(0);
});

test("the address of a note that is deleted or hidden says so kindly and leads to the text", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Old addresses", paragraphs });
  const [amina, jonas, devika] = [
    await signedIn("Amina Musa"),
    await signedIn("Jonas Keller"),
    await signedIn("Devika Rao"),
  ];
  await openReading(amina, path);
  const deleted = await noteWithAddress(amina, "Taken back at once.");
  await chooseForNote(await seeNote(amina, "Taken back at once."), "Delete");
  const hidden = await noteWithAddress(amina, "Not for everybody's eyes.");
  await openReading(devika, path);
  await chooseForNote(await openNote(devika, "Not for everybody's eyes."), "Hide from readers");
  await expect(devika.getByText("Hidden. Readers see only that a note stood here.")).toBeVisible();

  for (const { address, status, title } of [
    { address: deleted, status: 410, title: "This note was deleted" },
    { address: hidden, status: 404, title: "This note is not shown" },
  ]) {
    await expect.poll(async () => (await jonas.goto(address))?.status()).toBe(status);
    await expect(jonas.getByRole("heading", { name: title })).toBeVisible();
    await jonas.getByRole("link", { name: "Go to the text" }).click();
    await expect(jonas).toHaveURL((url) => url.pathname === path);
  }
});

test("the address of a paragraph leads to it", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "House numbers", paragraphs });
  const page = await signedIn("Jonas Keller");
  await page.goto(`${path}/p/29`);
  await expect(page.getByText("House number 29 keeps")).toBeInViewport();
  await expect(page).toHaveURL(/#b-\d+$/);
  await page.goto(`${path}/p/3`);
  await expect(page.getByText(third)).toBeInViewport();
  expect((await page.goto(`${path}/p/999`))?.status()).toBeLessThan(500);
});

test("without JavaScript the text is read, its notes stand below, and a plain form adds to them", async ({
  opened,
  signedIn,
}) => {
  const teacher = await signedIn("Prof. Ingrid Dahl");
  const path = await postText(teacher, { title: "Plain letters", paragraphs });
  await openReading(teacher, path);
  await writeNote(teacher, { quote: "a promise", body: "Is it kept?" });
  const page = await opened({ javaScriptEnabled: false });
  await signInAs(page, "Samir Haddad");
  await page.goto(path);
  await expect(page.getByText("An address is a promise that somebody lives there.")).toBeVisible();
  const notes = page.getByRole("region", { name: "Notes" });
  await expect(notes.getByText("Is it kept?")).toBeVisible();
  await notes.getByRole("textbox", { name: "Reply" }).fill("By the postman.");
  await notes.getByRole("button", { name: "Reply" }).click();
  await expect(notes.getByRole("paragraph").filter({ hasText: "By the postman." })).toBeVisible();
  await notes.getByRole("textbox", { name: /Paragraph number/ }).fill("3");
  await notes.getByRole("textbox", { name: "Your note" }).fill("Mine is number three.");
  await notes.getByRole("button", { name: "Post" }).click();
  await expect(notes.getByRole("paragraph").filter({ hasText: "Mine is number three." })).toBeVisible();
  await expect(notes.getByText(/¶3/)).toBeVisible();
  await seeNote(teacher, "Mine is number three.");
  await expect(
    cardOf(teacher, "Is it kept?")
      .getByText(/By the postman|1 reply/)
      .first(),
  ).toBeVisible();
});
