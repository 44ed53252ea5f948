import { useState } from "react";
import type { DemoSignIn } from "#features/people/model/demo-contract.ts";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { typeset } from "#web/ui/typeset.ts";

/** People of the demonstration by role; one click signs in. */
export function DemoPeople({ groups, onDone }: { readonly groups: DemoSignIn["groups"]; readonly onDone: () => void }) {
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const enter = async (accountId: string) => {
    setBusy(accountId);
    setProblem(null);
    try {
      await request("/api/demo/session", { method: "POST", body: { accountId }, askToSignIn: false });
      onDone();
    } catch (error) {
      setProblem(error);
      setBusy(null);
    }
  };
  return (
    <div>
      {problem !== null && (
        <div role="alert">
          <FieldError>{problemText(problem)}</FieldError>
        </div>
      )}
      {groups.map((group) => (
        <section className="gr" key={group.name}>
          <h2>{group.name}</h2>
          <ul>
            {group.people.map((person) => (
              <li key={person.accountId}>
                <button
                  type="button"
                  aria-busy={busy === person.accountId || undefined}
                  onClick={() => busy === null && void enter(person.accountId)}
                >
                  <Avatar shortName={person.shortName} size={40} />
                  <span>
                    <b>{person.shortName}</b>
                    <span className="q">
                      {typeset(firstUpper([person.position, person.placeName].filter(Boolean).join(", ")))}
                    </span>
                  </span>
                  <span className="do">{typeset(person.errand)}</span>
                  <Icon name="chevronRight" size={20} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function firstUpper(text: string): string {
  return text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);
}
