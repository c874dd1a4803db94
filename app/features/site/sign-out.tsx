import { useSubmit } from "@remix-run/react";
import { useState } from "react";
import { closeInbox } from "#app/live/inbox.ts";
import type { Unsent } from "#app/live/local-database.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog, DialogActions } from "#app/ui/dialog.tsx";
import { signOutWords, siteWords } from "#app/words/site.ts";

/**
 * Signing out of this browser: its copies of that person's rooms and drafts go too, since the next person at this machine
 * must not find them. What was written and not sent yet is asked about first.
 */
export function useSignOut(person: string) {
  const submit = useSubmit();
  const [unsent, setUnsent] = useState<Unsent | null>(null);

  const leave = async () => {
    // An open room would keep what it hears after its copy was cleared.
    closeInbox();
    const { leaveDevice } = await import("#app/live/device.ts");
    await leaveDevice(person);
    submit(null, { method: "post", action: "/sign-out" });
  };
  const ask = async () => {
    const { unsentOf } = await import("#app/live/local-database.ts");
    const waiting = await unsentOf(person);
    if (waiting.notes + waiting.pages > 0) setUnsent(waiting);
    else await leave();
  };

  const question = (
    <Dialog open={unsent !== null} onClose={() => setUnsent(null)} title={signOutWords.title}>
      {unsent === null || unsent.notes === 0 ? null : <p>{signOutWords.unsent(unsent.notes)}</p>}
      {unsent === null || unsent.pages === 0 ? null : <p>{signOutWords.unstored(unsent.pages)}</p>}
      <DialogActions>
        <Button onClick={() => setUnsent(null)}>{signOutWords.stay}</Button>
        <Button kind="danger" onClick={leave}>
          {signOutWords.leave}
        </Button>
      </DialogActions>
    </Dialog>
  );
  return { signOut: ask, question };
}

/** A sign-out that works without scripts too. */
export function SignOutForm({ person }: { readonly person: string }) {
  const { signOut, question } = useSignOut(person);
  return (
    <form
      method="post"
      action="/sign-out"
      onSubmit={(event) => {
        event.preventDefault();
        void signOut();
      }}
    >
      <Button type="submit">{siteWords.signOut}</Button>
      {question}
    </form>
  );
}
