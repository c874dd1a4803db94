import { chromium } from "@playwright/test";
const base = "http://127.0.0.1:4320";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const clause = "The *wall* divides, and the **window** shows what stands behind it.\n\n";
const essay = "---\ntitle: The Wall and the Window\nauthor: Ada Field\ndate: March 2021\nlicense: CC BY-SA 3.0\nrights: © Ada Field\n---\n\n# The Wall and the Window\n\nEvery argument about a frontier begins by pretending that the line was always there.\n\nSubscribe to our newsletter\n\nTo the people living on it the line was a promise.";
for (const [w, h, name] of [[1440, 900, "wide"], [390, 844, "phone"]] as const) {
  const page = await (await browser.newContext({ viewport: { width: w, height: h } })).newPage();
  page.on("console", (m) => m.type() === "error" && console.log(name, m.text().slice(0, 300)));
  await page.goto(`${base}/sign-in`);
  await page.getByRole("button", { name: "Prof. Ingrid Dahl" }).click();
  await page.waitForURL((u) => u.pathname !== "/sign-in");
  await page.goto(`${base}/groups`);
  const group = await page.getByRole("link", { name: "Rhetoric 201" }).first().getAttribute("href");
  await page.goto(`${base}${group}/add`);
  await page.screenshot({ path: `/tmp/care-add-${name}.png`, fullPage: true });
  for (const again of [false, true]) {
    await page.goto(`${base}${group}/add`);
    await page.getByLabel("A file").setInputFiles({ name: "wall.md", mimeType: "text/markdown", buffer: Buffer.from(essay) });
    await page.getByRole("button", { name: "Look at it" }).click();
    await page.getByText("Does this look right").waitFor();
    if (again) { await page.waitForTimeout(500); await page.screenshot({ path: `/tmp/care-known-${name}.png`, fullPage: true }); }
    await page.getByRole("button", { name: /^Add/ }).first().click();
    await page.waitForURL(/\/t\//);
  }
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/care-read-${name}.png` });
  await page.goto(`${base}${group}/add`);
  await page.getByLabel("A file").setInputFiles({ name: "a-long-book.md", mimeType: "text/markdown", buffer: Buffer.from(clause.repeat(12_000)) });
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("button", { name: "Cancel" }).waitFor();
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/care-wait-${name}.png` });
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Look at it" }).waitFor();
  await page.getByLabel("A file").setInputFiles({ name: "deep.md", mimeType: "text/markdown", buffer: Buffer.from(`# Deep\n\n${">".repeat(400_000)}`) });
  await page.getByRole("button", { name: "Look at it" }).click();
  await page.getByRole("alert").waitFor();
  await page.screenshot({ path: `/tmp/care-refused-${name}.png` });
}
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.goto(`${base}/sign-in`);
console.log(await page.getByRole("button").allInnerTexts());
await browser.close();
