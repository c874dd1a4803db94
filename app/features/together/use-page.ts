import { useEffect, useState, useSyncExternalStore } from "react";
import type { TogetherPage } from "#app/context/together.ts";
import type { Connection } from "#app/live/connection.ts";
import type { OpenPage, PageClient } from "#app/live/page-client.ts";
import type { Peer } from "#app/live/peers.ts";

export type LivePage = {
  readonly open: OpenPage | null;
  readonly connection: Connection;
  readonly peers: readonly Peer[];
  readonly unstored: boolean;
};

const nobody: readonly Peer[] = [];
const never = () => () => undefined;

/** Opens the page's room once the page is in a browser, and follows it. Yjs comes with it, in a chunk of its own. */
export function usePage(page: TogetherPage, person: string, onLost: (words: string) => void): LivePage {
  const [client, setClient] = useState<PageClient | null>(null);
  const [first] = useState({ page, person, onLost });
  useEffect(() => {
    let opened: PageClient | null = null;
    let isGone = false;
    const whenSeen = () => document.visibilityState === "visible" && opened?.reconnect();
    void import("#app/live/page-client.ts").then(({ PageClient }) => {
      if (isGone) return;
      const { room, epoch, ownSeat } = first.page;
      const wsOrigin = location.origin.replace(/^http/u, "ws");
      opened = new PageClient({ room, epoch, ownSeat, wsOrigin, person: first.person, onLost: first.onLost });
      setClient(opened);
    });
    document.addEventListener("visibilitychange", whenSeen);
    window.addEventListener("online", whenSeen);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", whenSeen);
      window.removeEventListener("online", whenSeen);
      opened?.close();
    };
  }, [first]);
  return {
    open: useSyncExternalStore<OpenPage | null>(
      client?.page.subscribe ?? never,
      client?.page.get ?? (() => null),
      () => null,
    ),
    connection: useSyncExternalStore<Connection>(
      client?.connection.subscribe ?? never,
      client?.connection.get ?? (() => "opening"),
      () => "opening",
    ),
    peers: useSyncExternalStore(client?.peers.subscribe ?? never, client?.peers.get ?? (() => nobody), () => nobody),
    unstored: useSyncExternalStore(
      client?.unstored.subscribe ?? never,
      client?.unstored.get ?? (() => false),
      () => false,
    ),
  };
}
