import { useState } from "react";
import { TextFiles } from "#app/features/taking/take-menu.tsx";
import { Button, ButtonLink, IconButton } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Menu, MenuItem, MenuRule } from "#app/ui/menu.tsx";
import { leadWords } from "#app/words/lead.ts";
import { readingWords } from "#app/words/reading.ts";
import { revisionWords } from "#app/words/revisions.ts";
import { takingWords } from "#app/words/taking.ts";
import { togetherWords } from "#app/words/together.ts";
import styles from "./bar-tools.module.css";
import { FreshDot } from "./catch-up.tsx";
import { Readers } from "./readers.tsx";
import { useReadingRoom } from "./reading-context.tsx";
import { useCall } from "./use-call.ts";
import { usePlaceHere } from "./use-place-here.ts";

const words = readingWords.bar;

/** Who is here, sharing, and how the text is set. */
export function BarTools() {
  const { page, origin, commands, change, view } = useReadingRoom();
  const call = useCall(page.document.id);
  const [isTaking, setTaking] = useState(false);
  const link = `${origin}/t/${page.document.id}`;
  const copy = (address: string) => commands.copy(address, readingWords.thread.copied);
  const place = usePlaceHere();
  const here = place?.number ?? null;
  return (
    <>
      <Readers className={styles.readers} />
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
        <MenuItem icon="clock" onSelect={() => location.assign(`/t/${page.document.id}/revisions`)}>
          {revisionWords.list.link}
        </MenuItem>
        {page.abilities["document.edit"] ? (
          <MenuItem icon="pencil" onSelect={() => location.assign(`/t/${page.document.id}/edit`)}>
            {revisionWords.edit.link}
          </MenuItem>
        ) : null}
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
      <span className={styles.menu}>
        <IconButton icon="list" label={words.menu} onClick={() => change({ kind: "panel", panel: "contents" })} />
        <FreshDot />
      </span>
    </>
  );
}
