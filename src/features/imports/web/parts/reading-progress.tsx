import { useNavigate } from "react-router";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { stepShare } from "../../model/reading-step.ts";
import type { ImportView } from "../../model/view.ts";
import { importPath } from "../api.ts";
import { Stages } from "./stages.tsx";

/** The stage of reading in words and as a bar; it goes on without the page. */
export function ReadingProgress({ view }: { readonly view: ImportView }) {
  const navigate = useNavigate();
  const cancel = useWrite((_: null, key) => request(importPath(view.territoryId, view.id), { method: "DELETE", key }), {
    onDone: () => void navigate("/imports"),
  });
  const percent = Math.round(stepShare(view.stage) * 100);
  return (
    <div className="alone reading">
      <h2 aria-live="polite">{view.stage}…</h2>
      <ProgressBar value={percent} label={`${view.stage}: готово ${percent} %`} />
      <Stages current={0} />
      <p className="q">Страницу можно закрыть: чтение продолжится, документ будет в списке загрузок.</p>
      <Button busy={cancel.isPending} onClick={() => cancel.mutate(null)}>
        Отменить
      </Button>
      {cancel.isError && <ErrorState title="Чтение не отменено" problem={cancel.error} />}
    </div>
  );
}
