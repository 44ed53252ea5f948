import { useNavigate } from "react-router";
import { Button } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { stepShare } from "../../model/reading-step.ts";
import type { ImportView } from "../../model/view.ts";
import { startPage } from "../api.ts";
import { Stages } from "./stages.tsx";
import { useCancel } from "./use-cancel.ts";

/** The stage of reading in words and as a bar; it goes on without the page. */
export function ReadingProgress({ view }: { readonly view: ImportView }) {
  const navigate = useNavigate();
  const cancel = useCancel(view.territoryId, view.id, () => navigate(startPage(view)));
  const percent = Math.round(stepShare(view.stage) * 100);
  return (
    <div className="alone reading">
      <h2 aria-live="polite">{view.stage}…</h2>
      <ProgressBar value={percent} label={`${view.stage}: готово ${percent} %`} />
      <Stages current={0} amends={view.amends !== null} />
      <p className="q">Страницу можно закрыть: чтение продолжится, документ будет в списке загрузок.</p>
      <Button busy={cancel.isPending} onClick={() => cancel.mutate(null)}>
        Отменить
      </Button>
      {cancel.isError && <ErrorState title="Чтение не отменено" problem={cancel.error} />}
    </div>
  );
}
