import type { Page } from "@playwright/test";
import { ownGroup } from "./groups.ts";
import { cardOf, openReading, seeNote, writeNote } from "./margin.ts";
import { expect, postText, signInAs, test } from "./readers.ts";

const paragraphs = ["The gate is open from the outside, says the inscription, which is on the inside."];
/** What "within a second" allows on a busy machine, milliseconds. */
const soon = { timeout: 1500 };

/** How many sockets this page has opened and how many of them are closed. */
function socketsOf(page: Page): { opened: number; closed: number } {
  const sockets = { opened: 0, closed: 0 };
  page.on("websocket", (socket) => {
    sockets.opened += 1;
    socket.on("close", () => {
      sockets.closed += 1;
    });
  });
  return sockets;
}

/** A line that is there once both read live. */
async function bothRead(page: Page, other: string): Promise<void> {
  await expect(page.getByText(new RegExp(`^Reading now: .*${other}`))).toBeAttached();
}

test("who is removed from the group loses the open text within a second", async ({ signedIn }) => {
  const [owner, hana] = [await signedIn("Piotr Wrona"), await signedIn("Hana Veselý")];
  const group = await ownGroup(owner, "Gatekeepers", [hana]);
  const path = await postText(owner, { group: "Gatekeepers", title: "The gate", paragraphs });
  await openReading(owner, path);
  await openReading(hana, path);
  await writeNote(owner, { quote: "the inscription", body: "Who reads it, then?" });
  await seeNote(hana, "Who reads it, then?");

  await owner.goto(`${group}/members`);
  await owner.locator("summary", { hasText: "Manage Hana Veselý" }).click();
  await owner.getByRole("button", { name: "Remove from the group" }).click();
  await expect(hana.getByText("You can no longer open this text.")).toBeVisible(soon);
  await expect(cardOf(hana, "Who reads it, then?")).toHaveCount(0);
  const answer = await hana.goto(path);
  expect(answer?.status()).toBe(404);
});

test("a changed role closes the sockets and opens them again, and what the role forbids is refused", async ({
  signedIn,
}) => {
  const [owner, hana] = [await signedIn("Piotr Wrona"), await signedIn("Hana Veselý")];
  const group = await ownGroup(owner, "Doorkeepers", [hana]);
  const path = await postText(owner, { group: "Doorkeepers", title: "The door", paragraphs });
  const sockets = socketsOf(hana);
  await openReading(hana, path);
  const reader = await owner.context().newPage();
  await openReading(reader, path);
  await bothRead(reader, "Hana Veselý");
  const before = { ...sockets };

  await owner.goto(`${group}/members`);
  await owner.getByRole("combobox", { name: "Role of Hana Veselý" }).selectOption("observer");
  await expect.poll(() => sockets.closed, soon).toBe(before.opened);
  await expect.poll(() => sockets.opened).toBeGreaterThan(before.opened);
  await writeNote(reader, { quote: "on the inside", body: "Then it is for those who leave." });
  await seeNote(hana, "Then it is for those who leave.");
  await writeNote(hana, { quote: "The gate", body: "May I still write?" });
  await expect(cardOf(hana, "May I still write?").getByText(/Not posted: Observers read along/)).toBeVisible();
});

test("a session that is ended elsewhere is signed out within a second, and reads on after signing in", async ({
  opened,
  signedIn,
}) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "The lock", paragraphs });
  const [here, elsewhere] = [await opened(), await opened()];
  await signInAs(here, "Kwabena Osei");
  await openReading(here, path);
  await signInAs(elsewhere, "Kwabena Osei");
  await elsewhere.goto("/settings/sessions");
  await elsewhere.getByRole("button", { name: "End all others" }).click();
  await expect(here.getByText("You are signed out. What you wrote is kept here.")).toBeVisible(soon);

  await writeNote(here, { quote: "The gate", body: "Written while signed out." });
  await expect(cardOf(here, "Written while signed out.").getByText("Waiting to be sent")).toBeVisible();
  await here.getByRole("link", { name: "Sign in" }).click();
  await here.getByRole("button", { name: "Kwabena Osei" }).click();
  const card = await seeNote(here, "Written while signed out.");
  await expect(card.getByText("Waiting to be sent")).toHaveCount(0);
  await openReading(elsewhere, path);
  await seeNote(elsewhere, "Written while signed out.");
});
