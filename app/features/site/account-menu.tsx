import { Link } from "@remix-run/react";
import type { Viewer } from "#app/context/viewer.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Menu, MenuItem, MenuLink, MenuRule } from "#app/ui/menu.tsx";
import { keptWords, outboxWords } from "#app/words/outbox.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import { workWords } from "#app/words/work.ts";
import styles from "./account-menu.module.css";
import { useSignOut } from "./sign-out.tsx";

/** The viewer's picture with what belongs to them behind it; without scripts it leads to the settings. */
export function AccountMenu({ viewer }: { readonly viewer: Viewer }) {
  const { signOut, question } = useSignOut(viewer.id);
  return (
    <>
      <Menu
        label={siteWords.menu}
        button={({ onClick, ...props }) => (
          <Link
            {...props}
            to="/settings"
            className={styles.button}
            aria-label={`${siteWords.menu}: ${viewer.name}`}
            onClick={(event) => {
              event.preventDefault();
              onClick();
            }}
          >
            <Avatar face={viewer} />
          </Link>
        )}
      >
        <p className={styles.name}>{viewer.name}</p>
        <MenuLink to="/groups" icon="people">
          {siteWords.groups}
        </MenuLink>
        <MenuLink to="/portfolio" icon="pencil">
          {workWords.title}
        </MenuLink>
        <MenuLink to="/kept" icon="bookmark" reload>
          {keptWords.menu}
        </MenuLink>
        <MenuLink to="/outbox" icon="clock" reload>
          {outboxWords.menu}
        </MenuLink>
        <MenuLink to="/settings" icon="settings">
          {siteWords.settings}
        </MenuLink>
        {viewer.isAdmin ? (
          <MenuLink to="/admin" icon="lock">
            {siteCareWords.tabs.label}
          </MenuLink>
        ) : null}
        <MenuRule />
        <MenuItem icon="arrowRight" onSelect={signOut}>
          {siteWords.signOut}
        </MenuItem>
      </Menu>
      {question}
    </>
  );
}
