import { useState } from "react";
import { type ReaderSettings, themes } from "#app/domain/member/member.ts";
import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { CheckField } from "#app/ui/field.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { readingWords } from "#app/words/reading.ts";
import styles from "./reader-settings.module.css";
import { useReadingRoom } from "./reading-context.tsx";

const words = readingWords.settings;
const sizes = [16, 17, 18, 19, 21, 24] as const;
const widths = [56, 66, 76] as const;
const spacings = [150, 168, 190] as const;
const faces = ["serif", "sans"] as const;
const previews = ["off", "on"] as const;

/** How the text is set. A change shows at once and is saved for all of the reader's devices. */
export function ReaderSettingsForm() {
  const { viewer } = useReadingRoom();
  const toast = useToast();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [settings, setSettings] = useState(() => shownSettings(viewer.settings));
  const set = (changed: Partial<ReaderSettings>) => {
    setSettings({ ...settings, ...changed });
    for (const [name, value] of Object.entries(changed)) document.documentElement.dataset[name] = String(value);
    void save(changed).then((isSaved) => isSaved || toast({ sentence: words.notSaved }));
  };
  return (
    <div className={styles.form}>
      <Row
        name="size"
        legend={words.size}
        values={sizes}
        value={settings.size}
        onPick={(size) => set({ size })}
        say={String}
      />
      <Row
        name="width"
        legend={words.width}
        values={widths}
        value={settings.width}
        onPick={(width) => set({ width })}
        say={(width) => words.widths[width]}
      />
      <Row
        name="spacing"
        legend={words.spacing}
        values={spacings}
        value={settings.spacing}
        onPick={(spacing) => set({ spacing })}
        say={(spacing) => words.spacings[spacing]}
      />
      <Row
        name="face"
        legend={words.face}
        values={faces}
        value={settings.face}
        onPick={(face) => set({ face })}
        say={(face) => words.faces[face]}
      />
      <Row
        name="theme"
        legend={words.theme}
        values={themes}
        value={settings.theme}
        onPick={(theme) => set({ theme })}
        say={(theme) => words.themes[theme]}
      />
      <CheckField
        label={discussionWords.preview.setting}
        hint={discussionWords.preview.settingHint}
        checked={settings.preview === "on"}
        onChange={(event) => set({ preview: event.target.checked ? "on" : "off" })}
      />
      <CheckField label={words.keys} checked={singleKeys} onChange={(event) => setSingleKeys(event.target.checked)} />
    </div>
  );
}

/** Sent as the form of the settings page is; a fetcher would replace the page by an error while there is no network. */
async function save(changed: Partial<ReaderSettings>): Promise<boolean> {
  const body = new URLSearchParams(Object.entries(changed).map(([name, value]) => [name, String(value)]));
  const answer = await fetch("/settings/reading", { method: "POST", body }).catch(() => null);
  return answer?.ok ?? false;
}

type RowProps<V> = {
  readonly name: string;
  readonly legend: string;
  readonly values: readonly V[];
  readonly value: V;
  readonly onPick: (value: V) => void;
  readonly say: (value: V) => string;
};

function Row<V extends string | number>({ name, legend, values, value, onPick, say }: RowProps<V>) {
  return (
    <fieldset className={styles.row}>
      <legend>{legend}</legend>
      <div className={styles.choices}>
        {values.map((one) => (
          <label key={one} className={styles.choice}>
            <input type="radio" name={name} checked={one === value} onChange={() => onPick(one)} />
            <span>{say(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the page shows now, which the loader's settings are not after a change. */
function shownSettings(loaded: ReaderSettings): ReaderSettings {
  const { size, width, spacing, face, theme, preview } = document.documentElement.dataset;
  return {
    ...loaded,
    size: sizes.find((one) => String(one) === size) ?? loaded.size,
    width: widths.find((one) => String(one) === width) ?? loaded.width,
    spacing: spacings.find((one) => String(one) === spacing) ?? loaded.spacing,
    face: faces.find((one) => one === face) ?? loaded.face,
    theme: themes.find((one) => one === theme) ?? loaded.theme,
    preview: previews.find((one) => one === preview) ?? loaded.preview,
  };
}
