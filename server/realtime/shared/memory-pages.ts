import type { PageAddress, PageChange, PagesStore, PageVersion, StoredPage } from "./pages-store.ts";
import type { RefusalReason } from "./refusal.ts";

/** Pages in memory, for tests and benches: `hold` makes a commit wait, `refuses` makes it fail. */
export class MemoryPages implements PagesStore {
  updates: Uint8Array[] = [];
  readonly owners = new Map<number, string>();
  readonly versions: PageVersion[] = [];
  readonly refusals: { readonly member: string; readonly reason: RefusalReason; readonly bytes: number }[] = [];
  hold: () => Promise<void> = async () => {};

  async load(_page: PageAddress): Promise<StoredPage> {
    return { updates: [...this.updates], owners: new Map(this.owners), unversioned: null };
  }

  async append(_page: PageAddress, changes: readonly PageChange[]): Promise<void> {
    await this.hold();
    for (const { member, update, clients } of changes) {
      this.updates.push(update);
      for (const client of clients) this.owners.set(client, member);
    }
  }

  async keepVersion(_page: PageAddress, version: PageVersion): Promise<void> {
    this.versions.push(version);
    this.updates = [version.update];
  }

  async refuse(
    _page: PageAddress,
    refusal: { readonly member: string; readonly reason: RefusalReason; readonly bytes: number },
  ): Promise<void> {
    this.refusals.push(refusal);
  }
}
