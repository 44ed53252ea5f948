import { useState } from "react";
import { problemText } from "#web/api/problem.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";

/** Where to go after a foreign sign-in: the provider's page lies between, so the address is kept by the tab. */
export const FOREIGN_NEXT = "orientir/foreign-next";

/** Leads to the provider's page. */
export function ForeignButton({ name, next }: { readonly name: string; readonly next: string }) {
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { url } = await request<{ url: string }>("/api/session/foreign/start", {
        method: "POST",
        body: {},
        askToSignIn: false,
      });
      sessionStorage.setItem(FOREIGN_NEXT, next);
      location.assign(url);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="large" busy={busy} onClick={() => void go()}>
        Войти через {name}
      </Button>
      {problem !== null && (
        <div role="alert" className="f">
          <FieldError>{problemText(problem)}</FieldError>
        </div>
      )}
    </>
  );
}
