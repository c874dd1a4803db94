import type { PageNode } from "#app/domain/page/page.ts";
import { roomName } from "#app/rooms/names.ts";
import { PAGE_EPOCH } from "#app/rooms/shared-page.ts";
import { PageRoom, type PageRoomParts } from "./page-room.ts";
import type { PageAddress } from "./pages-store.ts";

/** What services may ask of the pages that are written live. */
export type LivePages = {
  /** A page as committed. */
  read(page: PageAddress): Promise<PageNode>;
  /** Makes a page what it was, as one more change of that member. Rejects with Problem("forbidden"). */
  restore(page: PageAddress, change: { readonly member: string; readonly content: PageNode }): Promise<void>;
};

/** The pages in memory: those that somebody has open, and those that wait for their version. */
export class Pages implements LivePages {
  #rooms = new Map<string, PageRoom>();

  constructor(private readonly parts: Omit<PageRoomParts, "retired">) {}

  get size(): number {
    return this.#rooms.size;
  }

  /** The room of a page, made when it is not there. */
  open(address: PageAddress): PageRoom {
    const name = roomName({ kind: "notes", ...address });
    const open = this.#rooms.get(name);
    if (open !== undefined) return open;
    const room = new PageRoom(name, PAGE_EPOCH, address, { ...this.parts, retired: (left) => this.#forget(left) });
    this.#rooms.set(name, room);
    return room;
  }

  read(page: PageAddress): Promise<PageNode> {
    return this.open(page).read();
  }

  restore(page: PageAddress, { member, content }: { readonly member: string; content: PageNode }): Promise<void> {
    return this.open(page).restore(member, content);
  }

  /** Keeps versions that are due and forgets pages that rest. */
  tend(now: number): void {
    for (const room of this.#rooms.values()) if (room.tend(now)) this.#forget(room);
  }

  #forget(room: PageRoom): void {
    if (this.#rooms.get(room.name) === room) this.#rooms.delete(room.name);
  }
}
