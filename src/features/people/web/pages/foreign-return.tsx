import { useEffect, useRef, useState } from "react";
import type { Entered } from "#features/people/model/contract.ts";
import { request } from "#web/api/request.ts";
import { Brand } from "#web/shell/brand.tsx";
import { CodeForm } from "#web/shell/code-form.tsx";
import { ButtonLink } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { Main } from "#web/ui/main.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { pageAfter } from "../page-after.ts";
import { FOREIGN_NEXT } from "../parts/foreign-button.tsx";
import "#web/shell/shell.css";

type Stage = { readonly kind: "waits" | "code" } | { readonly kind: "failed"; readonly problem: unknown };

const goOn = () => location.assign(pageAfter(sessionStorage.getItem(FOREIGN_NEXT)));

/** Where the provider sends people back: its answer goes to the server, then on to where they were going. */
export default function ForeignReturn() {
  const [stage, setStage] = useState<Stage>({ kind: "waits" });
  const asked = useRef(false);
  useEffect(() => {
    // an answer of the provider is good for one question
    if (asked.current) return;
    asked.current = true;
    const body = { answer: location.search.slice(1) || "none" };
    history.replaceState(null, "", location.pathname);
    request<Entered>("/api/session/foreign", { method: "POST", body, askToSignIn: false }).then(
      ({ codeAsked }) => (codeAsked ? setStage({ kind: "code" }) : goOn()),
      (problem: unknown) => setStage({ kind: "failed", problem }),
    );
  }, []);
  return (
    <Main className="alone">
      <p style={{ marginBottom: 40 }}>
        <Brand size={28} />
      </p>
      {stage.kind === "waits" && <PageSkeleton />}
      {stage.kind === "code" && (
        <>
          <PageHeader title="Второй шаг входа" />
          <div style={{ marginTop: 24, maxWidth: 400 }}>
            <CodeForm onDone={goOn} onSpent={() => location.assign("/sign-in?form")} />
          </div>
        </>
      )}
      {stage.kind === "failed" && (
        <ErrorState title="Войти не получилось" problem={stage.problem} level={1}>
          <ButtonLink to="/sign-in?form">Ко входу</ButtonLink>
        </ErrorState>
      )}
    </Main>
  );
}
