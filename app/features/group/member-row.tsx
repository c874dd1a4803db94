import { Link, useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import type { GroupPage, RosterRow } from "#app/context/groups.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { type Actor, can } from "#app/domain/policy/policy.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormMessage, SelectField } from "#app/ui/field.tsx";
import { type FormAnswer, wantsProof } from "#app/ui/form-answer.ts";
import { ListRow } from "#app/ui/list.tsx";
import { ProofField } from "#app/ui/proof.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { groupWords, roleWords } from "#app/words/group.ts";
import styles from "./member-row.module.css";
import { rolesToGive } from "./roles-to-give.ts";

export type MemberRowProps = {
  readonly row: RosterRow;
  readonly actor: Actor;
  readonly group: GroupPage;
  readonly follow: ReactNode;
};

const words = groupWords.members;

/** One member with the role they have and what the viewer may do about it. */
export function MemberRow({ row, actor, group, follow }: MemberRowProps) {
  const self = row.id === actor.id;
  const mayTransfer = !self && row.role !== "owner" && can(actor, "group.transfer", { group });
  return (
    <ListRow
      start={<Avatar face={row} size="l" />}
      title={
        <>
          <Link to={`/g/${group.id}/portfolio/${row.id}`} className={styles.name}>
            {row.name}
          </Link>
          {row.pronouns ? <span className={styles.pronouns}>{row.pronouns}</span> : null}
          {self ? <Badge>{words.you}</Badge> : null}
        </>
      }
      line={
        <span className={styles.line}>
          {row.email ? `${row.email} · ` : ""}
          {words.joined} <Time at={row.joinedAt} form="date" />
        </span>
      }
      end={
        <>
          {row.abilities["member.promote"] ? (
            <RoleForm row={row} actor={actor} />
          ) : (
            <Badge kind={isStaff(row.role) ? "accent" : "plain"}>{roleWords[row.role].name}</Badge>
          )}
          {self ? null : follow}
          {row.abilities["member.remove"] || mayTransfer ? (
            <Disclosure look="panel" icon="more" summary={words.manage(row.name)}>
              {mayTransfer ? (
                <>
                  <p>{words.transferHint(row.name)}</p>
                  <RowForm intent="transfer" fields={{ member: row.id }} button={words.transfer} />
                </>
              ) : null}
              {row.abilities["member.remove"] ? (
                <>
                  <p>{words.removeHint(row.name)}</p>
                  <RowForm intent="remove" fields={{ member: row.id }} button={words.remove} kind="danger" />
                </>
              ) : null}
            </Disclosure>
          ) : null}
        </>
      }
    />
  );
}

/** The role as a choice that is saved when it is made; without scripts, and where a proof is wanted, a button saves it. */
function RoleForm({ row, actor }: Pick<MemberRowProps, "row" | "actor">) {
  const fetcher = useFetcher<FormAnswer<unknown>>();
  const refusal = fetcher.data?.ok === false ? fetcher.data.sentence : null;
  const asked = wantsProof(fetcher.data);
  const save = (form: HTMLFormElement) => {
    // What is typed as a proof is sent by its button.
    if (asked === null) fetcher.submit(form);
  };
  const button = (
    <SubmitButton kind="plain" size="s" fetcher={fetcher}>
      {words.change}
    </SubmitButton>
  );
  return (
    <fetcher.Form method="post" className={styles.role} onChange={(event) => save(event.currentTarget)}>
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="member" value={row.id} />
      <SelectField
        key={`${row.role}${refusal ?? ""}${asked === null ? "" : "?"}`}
        name="role"
        label={words.roleOf(row.name)}
        hideLabel
        defaultValue={asked?.values.role ?? row.role}
        choices={rolesToGive(actor, row).map((role) => ({ value: role, label: roleWords[role].name }))}
      />
      <ProofField answer={fetcher.data} />
      {asked === null ? <noscript>{button}</noscript> : button}
      <FormMessage kind="error">{fetcher.state === "idle" ? refusal : null}</FormMessage>
    </fetcher.Form>
  );
}
