import type { Page } from "@playwright/test";
import { beginNote, cardOf, openNote, openReading, writeNote } from "./margin.ts";
import { expect, postText, signInAs, test } from "./readers.ts";

const paragraphs = ["A sentence that was begun in the evening is finished by somebody else in the morning."];
const begun = "I wanted to say that";

/** Resolves once these words are kept somewhere in this browser. */
async function keptIn(page: Page, words: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async (wanted) => {
        for (const { name } of await indexedDB.databases()) {
          const db = await asked(indexedDB.open(name ?? ""));
          const stores = [...db.objectStoreNames];
          const all = stores.map((store) => asked(db.transaction(store).objectStore(store).getAll()));
          const kept = JSON.stringify(await Promise.all(all));
          db.close();
          if (kept.includes(wanted)) return true;
        }
        return false;
        function asked<T>(request: IDBRequest<T>): Promise<T> {
          return new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        }
      }, words),
    )
    .toBe(true);
}

test("a begun note survives a reload and a crash, a begun reply too", async ({ signedIn }) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Begun", paragraphs });
  const amina = await signedIn("Amina Musa");
  await openReading(amina, path);
  await writeNote(amina, { quote: "in the morning", body: "Whose morning?" });
  const composer = amina.getByRole("region", { name: "New note" });
  await (await beginNote(amina, { quote: "somebody else" })).pressSequentially(begun);
  await amina.reload();
  await expect(composer.getByRole("textbox")).toHaveValue(begun);

  await keptIn(amina, begun);
  const next = await amina.context().newPage();
  await amina.close();
  await openReading(next, path);
  const again = next.getByRole("region", { name: "New note" });
  await expect(again.getByRole("textbox")).toHaveValue(begun);
  await again.getByRole("button", { name: "Discard" }).click();

  const reply = (await openNote(next, "Whose morning?")).getByRole("textbox", { name: /^Reply to/ });
  await reply.pressSequentially("The one of");
  await expect(reply).toHaveValue("The one of");
  await next.reload();
  const thread = await openNote(next, "Whose morning?");
  await expect(thread.getByRole("textbox", { name: /^Reply to/ })).toHaveValue("The one of");
});

test("words that were being written when the session ended are there after signing in again", async ({
  opened,
  signedIn,
}) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Interrupted", paragraphs });
  const [lena, elsewhere] = [await opened(), await opened()];
  await signInAs(lena, "Lena Ortiz");
  await openReading(lena, path);
  const field = await beginNote(lena, { quote: "somebody else" });
  await field.pressSequentially(begun);

  await signInAs(elsewhere, "Lena Ortiz");
  await elsewhere.goto("/settings/sessions");
  await elsewhere.getByRole("button", { name: "End all others" }).click();
  await expect(lena.getByText("You are signed out. What you wrote is kept here.")).toBeVisible();
  await expect(field).toHaveValue(begun);
  await lena.getByRole("link", { name: "Sign in" }).click();
  await lena.getByRole("button", { name: "Lena Ortiz" }).click();
  await expect(lena).toHaveURL((url) => url.pathname === path);
  await expect(lena.getByRole("region", { name: "New note" }).getByRole("textbox")).toHaveValue(begun);
});

test("a note that waits when its session ends goes out under no other name, and under the own one later", async ({
  opened,
  signedIn,
}) => {
  const path = await postText(await signedIn("Prof. Ingrid Dahl"), { title: "Waiting", paragraphs });
  const lena = await opened();
  await signInAs(lena, "Lena Ortiz");
  await openReading(lena, path);
  await lena.context().setOffline(true);
  await writeNote(lena, { quote: "somebody else", body: begun });
  await expect(lena.getByText("Waiting to be sent")).toBeVisible();
  await lena.context().clearCookies();
  await lena.context().setOffline(false);
  await expect(lena.getByText("You are signed out. What you wrote is kept here.")).toBeVisible();

  const jonas = await lena.context().newPage();
  await signInAs(jonas, "Jonas Keller");
  const tried = lena.waitForResponse((answer) => answer.url().endsWith("/notes"));
  await lena.evaluate(() => dispatchEvent(new Event("online")));
  expect((await tried).status()).toBe(401);
  await jonas.goto("/outbox");
  await expect(jonas.getByText("Everything you wrote has arrived.")).toBeVisible();

  await lena.context().clearCookies();
  await signInAs(jonas, "Lena Ortiz");
  await lena.reload();
  await expect(cardOf(lena, begun)).toBeVisible();
  await expect(lena.getByText("Waiting to be sent")).toHaveCount(0);
});
