import { useLocation, useMatches, useParams, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import type { SiteFace } from "#app/context/site.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CONTENT } from "#app/ui/skip-link.tsx";
import { type Crumb, TopBar } from "#app/ui/top-bar.tsx";
import { siteWords } from "#app/words/site.ts";
import { AccountMenu } from "./account-menu.tsx";
import { InboxBadge } from "./inbox-badge.tsx";
import { NoteSearch } from "./note-search.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { WaitingLine } from "./waiting-line.tsx";

/** A route's `handle`: its step, or steps, of the trail, made from its loader's data. */
export type TrailHandle<Data = never> = {
  readonly trail: (data: Data) => Crumb | readonly Crumb[];
};

/** The bar and the place for content of every page but the reading page. */
export function SiteShell({ children }: { readonly children: ReactNode }) {
  const root = useRouteLoaderData<{ viewer: Viewer | null; half: boolean; face: SiteFace }>("root");
  const viewer = root?.viewer ?? null;
  // With another's eyes one sees what they read, not what is theirs alone.
  const own = viewer?.viewedBy === undefined ? viewer : null;
  const { group } = useParams();
  const { pathname } = useLocation();
  return (
    <>
      <TopBar trail={useTrail()}>
        {own && pathname !== "/outbox" ? <WaitingLine person={own.id} /> : null}
        {viewer && group ? <NoteSearch group={group} /> : null}
        {own ? <InboxBadge person={own.id} /> : null}
        {own ? <AccountMenu viewer={own} /> : null}
        {viewer ? null : root?.half ? <WayOut /> : <Doors isOpen={root?.face.signUp === "everyone"} />}
      </TopBar>
      <main id={CONTENT} tabIndex={-1}>
        {children}
      </main>
      {root ? <SiteFooter face={root.face} /> : null}
    </>
  );
}

/** For somebody who is not through yet: nothing else of theirs is open. */
function WayOut() {
  return (
    <form method="post" action="/sign-out">
      <Button type="submit" kind="quiet">
        {siteWords.signOut}
      </Button>
    </form>
  );
}

function Doors({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <>
      <ButtonLink to="/sign-in" kind="quiet">
        {siteWords.signIn}
      </ButtonLink>
      {isOpen ? <ButtonLink to="/sign-up">{siteWords.signUp}</ButtonLink> : null}
    </>
  );
}

/** The trail from the matched routes; the last step is where one is, so it loses its address. */
function useTrail(): readonly Crumb[] {
  const matches = useMatches();
  const crumbs = matches.flatMap(({ handle, data }) => (hasTrail(handle) && data ? handle.trail(data) : []));
  return crumbs.map((crumb, place) => (place === crumbs.length - 1 ? { label: crumb.label } : crumb));
}

function hasTrail(handle: unknown): handle is TrailHandle<unknown> {
  return typeof handle === "object" && handle !== null && "trail" in handle;
}
