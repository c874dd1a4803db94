import { AvatarStack } from "#app/ui/avatar.tsx";
import { Button, IconButton } from "#app/ui/button.tsx";
import { Menu, MenuItem, MenuRule } from "#app/ui/menu.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./bar-tools.module.css";
import { useReadingRoom } from "./reading-context.tsx";

const words = readingWords.bar;

/** Who is here, sharing, and how the text is set. */
export function BarTools() {
  const { page, origin, commands, change, geometry, viewport } = useReadingRoom();
  const link = `${origin}/t/${page.document.id}`;
  const copy = (address: string) => commands.copy(address, readingWords.thread.copied);
  const here = geometry?.blockAtHeight(viewport.top + viewport.height * 0.3)?.number ?? null;
  return (
    <>
      <Readers />
      <Menu
        label={words.share}
        button={(props) => (
          <Button {...props} className={styles.share}>
            {words.share}
          </Button>
        )}
      >
        <MenuItem icon="link" onSelect={() => copy(link)}>
          {words.copyLink}
        </MenuItem>
        {here === null ? null : (
          <MenuItem icon="link" onSelect={() => copy(`${link}/p/${here}`)}>
            {words.copyPlace} ({readingWords.paragraph(here)})
          </MenuItem>
        )}
        <MenuItem icon="text" onSelect={() => window.print()}>
          {words.print}
        </MenuItem>
        <MenuRule />
        <MenuItem icon="keyboard" onSelect={() => change({ kind: "panel", panel: "keys" })}>
          {words.keys}
        </MenuItem>
      </Menu>
      <IconButton
        icon="settings"
        label={words.settings}
        className={styles.settings}
        onClick={() => change({ kind: "panel", panel: "settings" })}
      />
      <IconButton
        icon="list"
        label={words.menu}
        className={styles.menu}
        onClick={() => change({ kind: "panel", panel: "contents" })}
      />
    </>
  );
}

function Readers() {
  const { peers, who } = useReadingRoom();
  const people = peers.flatMap(({ seat }) => who(seat) ?? []);
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(", ");
  return (
    <span className={styles.readers}>
      <AvatarStack faces={people} label={readingWords.presence.here(names)} />
    </span>
  );
}
