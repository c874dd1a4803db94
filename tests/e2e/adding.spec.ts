/** Books and PDFs come in as files: their chapters and pages are in the preview, and lead through the text. */
import { epub } from "#server/import/test-archives.ts";
import { lines, pdf } from "#server/import/test-pdf.ts";
import { expect, postText, test } from "./readers.ts";

test("an EPUB becomes a text whose chapters are its contents", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  await dahl.goto("/groups");
  const group = (await dahl.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href")) ?? "";
  await dahl.goto(`${group}/add`);
  const chapters = [
    { name: "a", body: "<p>It is high, and nobody remembers who began it.</p>" },
    { name: "b", body: "<h1>Below the wall</h1><p>Somebody has planted beans along it.</p>" },
  ];
  const book = epub({
    title: "Of walls and beans",
    chapters,
    contents: { version: 3, titles: { a: "Above the wall" } },
  });
  await dahl.getByLabel("A file").setInputFiles({
    ...{ name: "walls.epub", mimeType: "application/epub+zip", buffer: Buffer.from(book) },
  });
  await dahl.getByRole("button", { name: "Look at it" }).click();
  await expect(dahl.getByText("Above the wall")).toBeVisible();
  await dahl.getByRole("button", { name: /^Add (this text|it anyway)$/ }).click();
  await expect(dahl.getByRole("heading", { level: 1, name: "Of walls and beans" })).toBeVisible();
  await dahl
    .getByRole("link", { name: /Below the wall/ })
    .first()
    .click();
  await expect(dahl.getByText("Somebody has planted beans along it.")).toBeInViewport();
});

test("a PDF becomes a text without its running heads, whose printed pages can be cited", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  await dahl.goto("/groups");
  const group = (await dahl.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href")) ?? "";
  await dahl.goto(`${group}/add`);
  const page = (said: string) => [{ text: "OF WALLS AND BEANS", y: 800, size: 9 }, ...lines([said])];
  const title = { text: "Of walls, in print", y: 750, size: 22 };
  const file = pdf({
    pages: [
      [title, ...page(`It is high, ${"and as long as the day ".repeat(3)}is.`)],
      page("Beans grow."),
      page("They climb it."),
    ],
    labels: "<< /Nums [0 << /S /D /St 11 >>] >>",
  });
  await dahl.getByLabel("A file").setInputFiles({
    ...{ name: "walls.pdf", mimeType: "application/pdf", buffer: Buffer.from(file) },
  });
  await dahl.getByRole("button", { name: "Look at it" }).click();
  await expect(dahl.getByText("Running heads and page numbers")).toBeVisible();
  await dahl.getByRole("button", { name: "Add this text" }).click();
  await expect(dahl.getByRole("heading", { level: 1, name: "Of walls, in print" })).toBeVisible();
  await expect(dahl.getByText("OF WALLS AND BEANS")).toHaveCount(0);
  await expect(dahl.getByText("p. 12", { exact: true })).toBeVisible();
  await expect(dahl.locator("[data-page='13']")).toHaveText("They climb it.");
});

test("an address within the server's own network is refused in one sentence, and stays in the field", async ({
  signedIn,
}) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  await dahl.goto("/groups");
  const group = (await dahl.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href")) ?? "";
  await dahl.goto(`${group}/add`);
  const field = dahl.getByLabel("An address");
  for (const address of ["http://127.0.0.1/", "http://localhost/", "169.254.169.254/latest"]) {
    await field.fill(address);
    await dahl.getByRole("button", { name: "Look at it" }).click();
    await expect(field).toHaveAccessibleDescription(/Nothing could be fetched/);
    await expect(field).toHaveValue(address);
  }
});

test("a text that the group has already is named before it is added once more", async ({ signedIn }) => {
  const dahl = await signedIn("Prof. Ingrid Dahl");
  const title = `Of doors ${Date.now()}`;
  const paragraphs = ["A door is a wall that changed its mind."];
  const path = await postText(dahl, { title, paragraphs });
  await dahl.goto("/groups");
  await dahl.getByRole("link", { name: "Rhetoric 201" }).first().click();
  await dahl.getByRole("link", { name: "Add a text" }).first().click();
  const pasted = dahl.getByRole("textbox", { name: "The text" });
  await pasted.fill([`# ${title}`, ...paragraphs].join("\n\n"));
  await dahl.getByRole("button", { name: "Look at it" }).click();
  await expect(dahl.getByText(/has a text from the very same source already/)).toBeVisible();
  await expect(dahl.getByRole("main").getByRole("link", { name: title })).toHaveAttribute("href", path);
  await dahl.getByRole("button", { name: "Add it anyway" }).first().click();
  await dahl.waitForURL((url) => url.pathname.startsWith("/t/") && url.pathname !== path);
});
