import { useState } from "react";
import { TextFiles } from "#app/features/taking/take-menu.tsx";
import { AvatarStack } from "#app/ui/avatar.tsx";
import { Button, ButtonLink, IconButton } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Menu, MenuItem, MenuRule } from "#app/ui/menu.tsx";
import { leadWords } from "#app/words/lead.ts";
import { readingWords } from "#app/words/reading.ts";
import { takingWords } from "#app/words/taking.ts";
import { togetherWords } from "#app/words/together.ts";
import styles from "./bar-tools.module.css";
import { useReadingRoom } from "./reading-context.tsx";
import { useCall } from "./use-call.ts";

const words = readingWords.bar;

/** Who is here, sharing, and how the text is set. */
export function BarTools() {
  const { page, origin, commands, change, geometry, viewport, view } = useReadingRoom();
  const call = useCall(page.document.id);
  const [isTaking, setTaking] = useState(false);
  const link = `${origin}/t/${page.document.id}`;
  const copy = (address: string) => commands.copy(address, readingWords.thread.copied);
  const top = geometry?.blockAtHeight(viewport.top + viewport.height * 0.3)?.n ?? 1;
  // Above the first paragraph it is that one: nobody can be brought to a heading.
  const place = page.blocks.find(({ n, number }) => number !== null && n >= top) ?? null;
  const here = place?.number ?? null;
  return (
    <>
      <Readers />
      <ButtonLink to={`/t/${page.document.id}/together`} kind="quiet" icon="pencil" className={styles.together}>
        {togetherWords.open}
      </ButtonLink>
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
        <MenuItem icon="download" onSelect={() => setTaking(true)}>
          {takingWords.title}
        </MenuItem>
        <MenuRule />
        {page.abilities["class.lead"] && (view.focus !== null || here !== null) ? (
          <MenuItem icon="flag" onSelect={() => call({ start: place?.start ?? null, note: view.focus })}>
            {view.focus !== null || here === null ? leadWords.bring.thread : leadWords.bring.place(here)}
          </MenuItem>
        ) : null}
        {view.focus === null ? null : (
          <MenuItem icon="eye" onSelect={() => window.open(`/n/${view.focus}/present`, "_blank", "noopener")}>
            {leadWords.present}
          </MenuItem>
        )}
        <MenuItem icon="keyboard" onSelect={() => change({ kind: "panel", panel: "keys" })}>
          {words.keys}
        </MenuItem>
      </Menu>
      <Dialog open={isTaking} onClose={() => setTaking(false)} title={takingWords.title}>
        <TextFiles text={page.document.id} />
      </Dialog>
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
