import type { Locator, Page } from "@playwright/test";
import { beginNote, expectPainted, openNote, openReading, seeNote } from "./margin.ts";
import { expect, postText, selectWords, test } from "./readers.ts";

const paragraphs = [
  "The first bell was cast by a woman who could not hear it.",
  "The second bell is rung when nobody is there to be called.",
  "The third bell was melted down, and its note is kept in a book.",
];

type Readers = { readonly amina: Page; readonly ingrid: Page; readonly path: string };

/** A text of its own with a student and a teacher in front of it. */
async function readersOf(signedIn: (name: string) => Promise<Page>, title: string): Promise<Readers> {
  const [ingrid, amina] = [await signedIn("Prof. Ingrid Dahl"), await signedIn("Amina Musa")];
  const path = await postText(ingrid, { title, paragraphs });
  for (const page of [amina, ingrid]) await openReading(page, path);
  return { amina, ingrid, path };
}

const composerOf = (page: Page): Locator => page.getByRole("region", { name: "New note" });
const replyField = (card: Locator): Locator => card.getByRole("textbox", { name: /^Reply to/ });

test("a question with tags and two passages is agreed with, answered, endorsed and opened again", async ({
  signedIn,
}) => {
  const { amina, ingrid } = await readersOf(signedIn, "Three bells");
  const field = await beginNote(amina, { quote: "who could not hear it", as: "Question" });
  await field.fill("Then who tuned it, and *how*?");
  const tags = composerOf(amina).getByRole("combobox", { name: "Tags" });
  await tags.fill("silence");
  await tags.press("Enter");
  await selectWords(amina, "nobody is there to be called");
  await amina.getByRole("button", { name: "Add to the note" }).click();
  await expect(composerOf(amina).getByRole("list", { name: "Passages" })).toContainText("nobody is there");
  await field.press("Control+Enter");

  const theirs = await openNote(ingrid, "Then who tuned it");
  for (const quote of ["who could not hear it", "nobody is there to be called"]) await expectPainted(ingrid, quote);
  await expect(theirs.getByRole("list", { name: "2 passages" }).getByRole("listitem")).toHaveCount(2);
  await theirs.getByRole("button", { name: "Same question" }).click();
  const own = await openNote(amina, "Then who tuned it");
  await expect(own.getByRole("button", { name: "Same question, 1 person" })).toHaveAccessibleDescription(/Dahl/);

  const reply = replyField(theirs);
  await reply.fill("Her daughter, by touch.");
  await reply.press("Control+Enter");
  await expect(own.getByText("Her daughter, by touch.")).toBeVisible();
  const answer = own.locator("[id^=note-]").filter({ hasText: "Her daughter, by touch." });
  await answer.getByRole("button", { name: "More about this note" }).click();
  await answer.getByRole("menuitem", { name: "This answers it" }).click();
  await expect(theirs.getByRole("button", { name: "Answered by Prof. Ingrid Dahl" })).toBeVisible();

  await theirs.getByRole("button", { name: "More about this note" }).first().click();
  await theirs.getByRole("menuitem", { name: "Endorse" }).click();
  await expect(own.getByRole("img", { name: "Endorsed by Prof. Ingrid Dahl" })).toBeVisible();
  await theirs.getByRole("button", { name: "Open again" }).click();
  await expect(own.getByText("Open question")).toBeVisible();

  await own.getByRole("button", { name: "silence" }).click();
  await expect(amina.getByRole("button", { name: "silence" }).first()).toBeVisible();
  await expect(amina.getByText("1 note", { exact: true }).or(amina.getByText(/^2 notes/))).toBeVisible();
});

test("a member is named from the keyboard, a private reply is seen by its student only", async ({ signedIn }) => {
  const { amina, ingrid, path } = await readersOf(signedIn, "Three more bells");
  const jonas = await signedIn("Jonas Keller");
  await openReading(jonas, path);
  const field = await beginNote(amina, { quote: "melted down" });
  await field.pressSequentially("Ask @jon");
  await expect(amina.getByRole("option", { name: /Jonas Keller/ })).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await field.pressSequentially("about ¶2");
  await field.press("Escape");
  await field.press("Control+Enter");
  await seeNote(jonas, "Ask @Jonas Keller about ¶2");

  const card = await openNote(ingrid, "Ask @Jonas Keller");
  const reply = replyField(card);
  await reply.fill("Between us: read it aloud.");
  await card.getByRole("button", { name: "Only to the author" }).click();
  await reply.press("Control+Enter");
  await expect(card.getByText("Only Amina Musa and staff see this")).toBeVisible();
  const own = await openNote(amina, "Ask @Jonas Keller");
  await expect(own.getByText("Between us: read it aloud.")).toBeVisible();
  await expect(own.getByText("Only you and staff see this")).toBeVisible();
  await reply.fill("For everyone: read it twice.");
  await reply.press("Control+Enter");
  const other = await openNote(jonas, "Ask @Jonas Keller");
  await expect(other.getByText("For everyone: read it twice.")).toBeVisible();
  await expect(jonas.getByText("Between us")).toHaveCount(0);
});

test("what is marked up is set, what would act is words, and every version can be read", async ({ signedIn }) => {
  const { amina } = await readersOf(signedIn, "Bells in script");
  const hostile = "<img src=x onerror=\"document.title='hacked'\"> [x](javascript:alert(1)) **and $a^2$**";
  const field = await beginNote(amina, { quote: "first bell" });
  await field.fill("the word");
  await field.press("ControlOrMeta+a");
  await field.press("ControlOrMeta+b");
  await expect(field).toHaveValue("**the word**");
  await field.press("ControlOrMeta+z");
  await expect(field).toHaveValue("the word");
  await field.fill(hostile);
  await composerOf(amina).getByRole("button", { name: "Preview" }).click();
  await expect(composerOf(amina).getByRole("region", { name: "How it will look" })).toContainText("<img src=x");
  await composerOf(amina).getByRole("button", { name: "Post" }).click();

  const card = await openNote(amina, "<img src=x");
  await expect(card.locator("math")).toBeVisible();
  await expect(card.locator("img[src=x], a[href^=javascript]")).toHaveCount(0);
  await expect(amina).not.toHaveTitle("hacked");

  await card.getByRole("button", { name: "More about this note" }).first().click();
  await card.getByRole("menuitem", { name: "Edit" }).click();
  // By its place, as its words are about to change.
  const edited = amina.getByRole("article").filter({ has: amina.getByRole("button", { name: "Save" }) });
  await edited.getByRole("textbox", { name: "Edit" }).fill("the bell was cast **twice**");
  await edited.getByRole("combobox", { name: "Kind" }).selectOption("Evidence");
  await edited.getByRole("button", { name: "Save" }).click();
  const changed = await openNote(amina, "the bell was cast twice");
  await changed.getByRole("button", { name: "Show what was edited" }).click();
  const history = amina.getByRole("dialog", { name: "Earlier versions" });
  await expect(history.getByRole("listitem")).toHaveCount(2);
  await expect(history.locator("ins").first()).toBeVisible();
  await history.getByRole("button", { name: "Close" }).click();
  await expect(changed.getByText("Evidence")).toBeVisible();
});

test("words are shown while they grow only by those who turned it on, and move nothing", async ({ signedIn }) => {
  const { amina, ingrid } = await readersOf(signedIn, "Bells that grow");
  const field = await beginNote(ingrid, { quote: "kept in a book" });
  await field.fill("Which book?");
  await field.press("Control+Enter");
  const theirs = await openNote(amina, "Which book?");
  await replyField(theirs).pressSequentially("Perhaps the ledger");
  const own = await openNote(ingrid, "Which book?");
  await expect(own.getByText("Amina Musa is replying…")).toBeVisible();
  await expect(own.getByText("Perhaps the ledger")).toHaveCount(0);

  await amina.keyboard.press("Escape");
  await amina.getByRole("button", { name: "Reader settings" }).click();
  await amina.getByRole("checkbox", { name: "Show my words to others while I write" }).check();
  await amina.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  const before = await own.boundingBox();
  await replyField(theirs).pressSequentially(" of the foundry");
  await expect(own.getByText("Amina Musa is writing:")).toBeVisible();
  await expect(own.getByText("Perhaps the ledger of the foundry")).toBeVisible();
  expect((await own.boundingBox())?.y).toBe(before?.y);
});
