/** Proving once more who one is, in the form that asked for it: nothing that was typed has to be typed again. */
import { Form, Link, useLocation, useRouteLoaderData } from "@remix-run/react";
import { FormMessage, TextField } from "#app/ui/field.tsx";
import { type FormAnswer, PROOF, wantsProof } from "#app/ui/form-answer.ts";
import { proofWords } from "#app/words/proof.ts";
import { Card, Row, Stack } from "./page.tsx";
import { SubmitButton } from "./submit-button.tsx";

/** The field, where a form came back for it. */
export function ProofField({ answer }: { readonly answer: FormAnswer<unknown> | undefined }) {
  const asked = wantsProof(answer);
  return asked === null ? null : <ProofInput error={asked.fields[PROOF]} hint={proofWords.hint} />;
}

/** The field by itself. In the demo it says the password that everybody there has. */
export function ProofInput({ error, hint }: { readonly error?: string | undefined; readonly hint?: string }) {
  const demo = useRouteLoaderData<{ readonly demo: boolean }>("root")?.demo ?? false;
  const hints = [hint ?? "", demo ? proofWords.demo : ""].filter(Boolean).join(" ");
  return (
    <TextField
      name={PROOF}
      type="password"
      label={proofWords.label}
      hint={hints}
      error={error}
      autoComplete="current-password"
      required
      autoFocus
    />
  );
}

/** The form once more, out of sight, with the field: for pages of several forms, and for those without scripts. */
export function ProofForm({ answer }: { readonly answer: FormAnswer<unknown> | undefined }) {
  const { pathname } = useLocation();
  const asked = wantsProof(answer);
  if (asked === null) return null;
  const kept = Object.entries(asked.values).filter(([name]) => name !== PROOF);
  return (
    <Card>
      <Form method="post">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Stack>
          <FormMessage kind="error">{asked.sentence}</FormMessage>
          <ProofField answer={answer} />
          <Row>
            <SubmitButton>{proofWords.button}</SubmitButton>
            <Link to={`/reauth?to=${encodeURIComponent(pathname)}`}>{proofWords.passkey}</Link>
          </Row>
        </Stack>
      </Form>
    </Card>
  );
}
