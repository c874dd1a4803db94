import { useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import type { ChallengePurpose } from "#app/domain/member/factors.ts";
import { Button, type ButtonKind } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { Row, Stack } from "#app/ui/page.tsx";
import { factorsWords } from "#app/words/factors.ts";

export type PasskeyFormProps = {
  readonly purpose: ChallengePurpose;
  /** The site's own address: a key is bound to it, and works under no other. */
  readonly origin: string;
  readonly button: string;
  readonly kind?: ButtonKind;
  readonly wide?: boolean;
  /** Hidden fields beside the answer. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Fields that the person fills in before. */
  readonly children?: ReactNode;
};

/**
 * A form that is sent with the answer of a passkey, as intent `passkey`. It is there only where it can work: with scripts,
 * under the site's own address, in a browser that knows passkeys.
 */
export function PasskeyForm({
  purpose,
  origin,
  button,
  kind = "plain",
  wide = false,
  fields = {},
  children,
}: PasskeyFormProps) {
  const submit = useSubmit();
  const place = usePasskeyPlace(origin);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState("");

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setTrouble("");
    const { performCeremony } = await import("./passkey-ceremony.ts");
    const came = await performCeremony(purpose).catch(() => null);
    setBusy(false);
    if (came?.kind === "proof") window.location.assign(`/reauth?to=${encodeURIComponent(window.location.pathname)}`);
    else if (came?.kind === "answer") {
      form.set("intent", "passkey");
      form.set("passkey", came.passkey);
      submit(form, { method: "post" });
    } else setTrouble(came?.sentence ?? factorsWords.passkeyFailed);
  };

  if (place === "elsewhere" && purpose === "enrol") return <p>{factorsWords.security.keysAway(origin)}</p>;
  if (place !== "here") return null;
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <FormMessage kind="error">{trouble}</FormMessage>
        <Row>
          <Button type="submit" icon="lock" kind={kind} wide={wide} pending={isBusy}>
            {button}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

/** Where passkeys stand: nothing is known before the page is alive. */
function usePasskeyPlace(origin: string): "unknown" | "here" | "elsewhere" | "nowhere" {
  const [place, setPlace] = useState<"unknown" | "here" | "elsewhere" | "nowhere">("unknown");
  useEffect(() => {
    if (window.location.origin !== origin) setPlace("elsewhere");
    else setPlace(typeof window.PublicKeyCredential === "function" ? "here" : "nowhere");
  }, [origin]);
  return place;
}
