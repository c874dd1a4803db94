/** The form that tells what a reader has seen, both ways. */

export type SeenThread = { readonly root: string; readonly at: number };

export type SeenForm = {
  readonly block: number | null;
  readonly threads: readonly SeenThread[] | "all" | null;
  /** Sent by a button of the page without JavaScript. */
  readonly isPlain: boolean;
};

/** As fields of a form: `thread` once for each, `root:milliseconds`. */
export function seenToForm(threads: readonly SeenThread[] | "all"): URLSearchParams {
  if (threads === "all") return new URLSearchParams({ all: "yes" });
  return new URLSearchParams(threads.map(({ root, at }) => ["thread", `${root}:${at}`]));
}

/** What such a form says; what cannot be a number becomes NaN, which the service refuses. A form without fields is one for a place. */
export function seenFromForm(form: FormData): SeenForm {
  const threads = form.getAll("thread").map((field) => {
    const [root = "", at = ""] = String(field).split(":");
    return { root, at: at === "" ? Number.NaN : Number(at) };
  });
  const isAll = form.has("all");
  const isPlace = form.has("block") || (!isAll && threads.length === 0);
  return {
    block: isPlace ? Number(form.get("block")) : null,
    threads: isAll ? "all" : threads.length > 0 ? threads : null,
    isPlain: form.get("all") === "plain",
  };
}
