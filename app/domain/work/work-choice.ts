/** Which of a member's notes a portfolio shows, and in which order. */
import type { Motivation } from "#app/domain/annotation/annotation.ts";

/** `place`: texts as the library has them; `title`: by their names; inside a text by place both. */
export const workOrders = ["place", "title", "newest", "oldest"] as const;
export type WorkOrder = (typeof workOrders)[number];

export const workShows = ["all", "notes", "questions", "highlights", "replies", "private"] as const;
export type WorkShow = (typeof workShows)[number];

export type WorkChoice = {
  readonly order: WorkOrder;
  readonly show: WorkShow;
  /** One text, or null for all. */
  readonly text: string | null;
};

/** What a choice is made on. */
export type Chosen = { readonly motivation: Motivation; readonly isPrivate: boolean; readonly text: string };

export const everything: WorkChoice = { order: "place", show: "all", text: null };

/** The choice in an address; what it does not know is as if it were not there. */
export function workChoiceOf(search: URLSearchParams): WorkChoice {
  return {
    order: workOrders.find((order) => order === search.get("order")) ?? everything.order,
    show: workShows.find((show) => show === search.get("show")) ?? everything.show,
    text: search.get("text") || null,
  };
}

/** The same as fields of an address, without what goes without saying. */
export function workFields({ order, show, text }: WorkChoice): Record<string, string> {
  return {
    ...(order === everything.order ? {} : { order }),
    ...(show === everything.show ? {} : { show }),
    ...(text === null ? {} : { text }),
  };
}

/** True for a note that belongs to what is shown. */
export function isShown({ motivation, isPrivate }: Chosen, show: WorkShow): boolean {
  switch (show) {
    case "all":
      return true;
    case "private":
      return isPrivate;
    case "notes":
      return motivation === "commenting";
    case "questions":
      return motivation === "questioning";
    case "highlights":
      return motivation === "highlighting";
    case "replies":
      return motivation === "replying";
  }
}

/** How many of them there are in each part. */
export function workCounts(notes: readonly Chosen[]): Readonly<Record<WorkShow, number>> {
  return Object.fromEntries(
    workShows.map((show) => [show, notes.filter((note) => isShown(note, show)).length]),
  ) as Record<WorkShow, number>;
}
