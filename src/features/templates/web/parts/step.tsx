import type { ReactNode } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { AutosaveNote, OfflineNote } from "#web/ui/autosave-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { useAdapting, useTemplatePlace } from "../place.ts";
import "./step.css";

const STEPS = [
  { path: "years", title: "Название и годы" },
  { path: "parties", title: "Кто есть кто" },
  { path: "measures", title: "Какие мероприятия взять" },
  { path: "check", title: "Проверьте, что получится" },
] as const;
export type StepPath = (typeof STEPS)[number]["path"];

/** The address of a step that comes back to the check when it is done. */
export function changeAt(page: string, step: StepPath): string {
  return `${page}/${step}?from=check`;
}

export interface StepProps {
  readonly step: StepPath;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** false where something must be put right first; the step that sends goes nowhere by itself */
  readonly onDone: () => boolean;
  /** the main button; «Продолжить» */
  readonly action?: string;
  readonly busy?: boolean;
}

/** One step of adapting: a question or two, the way back, and the button that goes on. */
export function Step({ step, lead, children, onDone, action = "Продолжить", busy = false }: StepProps) {
  const { page, draft } = useAdapting();
  const place = useTemplatePlace();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const at = STEPS.findIndex(({ path }) => path === step);
  const before = STEPS[at - 1];
  const after = params.get("from") === "check" ? STEPS.at(-1) : STEPS[at + 1];
  return (
    <>
      <PageHeader
        title={STEPS[at]!.title}
        kicker={`Шаг ${at + 1} из ${STEPS.length}: программа по шаблону «${page.title}»`}
        back={
          before ? { to: `${place.page}/${before.path}`, label: before.title } : { to: place.page, label: "К шаблону" }
        }
        lead={lead}
      />
      <form
        className="template-step"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && onDone() && after) void navigate(`${place.page}/${after.path}`);
        }}
      >
        <OfflineNote />
        {children}
        <div className="form-act">
          <Button type="submit" kind="primary" size="large" busy={busy}>
            {action}
          </Button>
          <AutosaveNote savedAt={draft.savedAt} />
        </div>
      </form>
    </>
  );
}
