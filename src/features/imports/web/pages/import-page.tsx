import { Navigate, useParams } from "react-router";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import type { ImportDocument, ImportView } from "../../model/view.ts";
import { programmePage, startPage, useDocument, useImport } from "../api.ts";
import { ImportFrame } from "../parts/import-frame.tsx";
import { ReadingProgress } from "../parts/reading-progress.tsx";
import { ReviewScreen } from "../parts/review-screen.tsx";

/** One import from the first stage of reading to the programme made of it. */
export default function ImportPage() {
  const { territoryId = "", importId = "" } = useParams();
  const found = useImport(territoryId, importId);
  const shown = (
    <Loaded query={found} title="Документ не открылся" skeleton={<Waiting />}>
      {(view) => <Stage view={view} />}
    </Loaded>
  );
  if (found.data || !found.isError) return shown;
  return (
    <ImportFrame view={undefined}>
      <div className="alone">{shown}</div>
    </ImportFrame>
  );
}

/** A page without a frame has no margins of its own. */
function Waiting() {
  return (
    <div className="import-waiting">
      <PageSkeleton />
    </div>
  );
}

function Stage({ view }: { readonly view: ImportView }) {
  switch (view.status) {
    case "reading":
      return (
        <ImportFrame view={view}>
          <ReadingProgress view={view} />
        </ImportFrame>
      );
    case "failed":
      return (
        <ImportFrame view={view}>
          <div className="alone">
            <ErrorState title="Документ не прочитан" kept={view.problem}>
              <ButtonLink kind="primary" to={startPage(view)}>
                Загрузить другой файл
              </ButtonLink>
            </ErrorState>
          </div>
        </ImportFrame>
      );
    case "cancelled":
      return (
        <ImportFrame view={view}>
          <div className="alone">
            <EmptyState title="Этот документ убран" action={<ButtonLink to={startPage(view)}>К загрузкам</ButtonLink>}>
              Программа из него не создана. Чтобы вернуться к нему, загрузите файл снова.
            </EmptyState>
          </div>
        </ImportFrame>
      );
    case "approved":
      return <Navigate to={programmePage(view.territoryId, view.programme!.id)} replace />;
    case "review":
      return <Reviewed view={view} />;
  }
}

function Reviewed({ view }: { readonly view: ImportView }) {
  const document = useDocument(view.territoryId, view.id, view.review?.edits ?? []);
  if (document.isError) {
    return (
      <ImportFrame view={view}>
        <div className="alone">
          <ErrorState title="Документ не открылся" problem={document.error}>
            <Button kind="primary" onClick={() => void document.refetch()}>
              Повторить
            </Button>
          </ErrorState>
        </div>
      </ImportFrame>
    );
  }
  return document.data ? <Shown view={view} document={document.data} /> : <Waiting />;
}

function Shown({ view, document }: { readonly view: ImportView; readonly document: ImportDocument }) {
  return view.review ? <ReviewScreen view={view} review={view.review} document={document} /> : <Waiting />;
}
