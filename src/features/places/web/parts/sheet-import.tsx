import { useRef, useState } from "react";
import { pastedRows, type SheetReport } from "#features/places/model/sheet.ts";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { TextArea } from "#web/ui/text-field.tsx";
import { readSheetFile, useTerritory, type SheetKind } from "../api.ts";
import { SheetReportTable } from "./sheet-report.tsx";
import "./places.css";

export interface SheetImportProps {
  readonly kind: SheetKind;
  readonly title: string;
  readonly lead: string;
  readonly back: { readonly to: string; readonly label: string };
  /** said after the writing, with what to do next */
  readonly after: string;
}

/** What to do about the rows that were not taken. */
function leftOut({ totals }: SheetReport): string {
  if (totals.refused === 0) return "";
  return " Строки, которые не загружены, поправьте в таблице и загрузите её снова целиком: записанное не повторится.";
}

/** From a workbook or pasted rows to a report, and only then to the registry. */
export function SheetImport({ kind, title, lead, back, after }: SheetImportProps) {
  const territoryId = useTerritory();
  const chooser = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState("");
  const [report, setReport] = useState<SheetReport | null>(null);
  const [written, setWritten] = useState<SheetReport | null>(null);
  const read = useWrite(
    (source: File | null) =>
      source
        ? readSheetFile(kind, territoryId, source)
        : request<SheetReport>(`/api/${kind}-sheet/check`, {
            method: "POST",
            body: { territoryId, rows: pastedRows(pasted) },
          }),
    { refresh: [], onDone: setReport },
  );
  const confirm = useWrite(
    ({ rows, digest }: SheetReport, key) =>
      request<SheetReport>(`/api/${kind}-sheet`, { method: "POST", key, body: { territoryId, rows, digest } }),
    { onDone: setWritten },
  );
  const moved =
    confirm.error instanceof ApiProblem && confirm.error.code === "import-moved"
      ? (confirm.error.extra as SheetReport)
      : null;
  const shown = written ?? moved ?? report;
  const error = confirm.error ?? read.error;
  const again = () => {
    setReport(null);
    setWritten(null);
    confirm.reset();
    read.reset();
  };
  const writes = shown ? shown.totals.added + shown.totals.updated : 0;
  return (
    <div className="places">
      <PageHeader title={title} back={back} lead={written ? `${after}${leftOut(written)}` : lead} />
      {error && (
        <div role="alert" style={{ marginTop: 16 }}>
          <FieldError>{problemText(error)}</FieldError>
        </div>
      )}
      {shown ? (
        <>
          <SheetReportTable report={shown} done={written !== null} />
          <div className="act">
            {!written && (
              <Button
                kind="primary"
                size="large"
                busy={confirm.isPending}
                disabledReason={writes === 0 ? "Записывать нечего: новых сведений в таблице нет." : undefined}
                onClick={() => confirm.mutate(shown)}
              >
                Записать
              </Button>
            )}
            {written && <ButtonLink to={back.to}>К списку</ButtonLink>}
            <Button onClick={again}>{written ? "Загрузить ещё" : "Взять другую таблицу"}</Button>
          </div>
        </>
      ) : (
        <>
          <ol className="steps prose" style={{ marginTop: 24 }}>
            <li>
              1. <a href={`/api/${kind}-sheet/template?territoryId=${territoryId}`}>Скачайте образец</a> и перенесите в
              него строки. На втором листе сказано, что писать в каждом столбце.
            </li>
            <li>2. Загрузите файл: сначала будет отчёт по каждой строке, запись только после подтверждения.</li>
          </ol>
          <div className="act">
            <Button kind="primary" icon="upload" busy={read.isPending} onClick={() => chooser.current?.click()}>
              Выбрать файл .xlsx
            </Button>
            <input
              ref={chooser}
              type="file"
              hidden
              tabIndex={-1}
              aria-label="Файл с таблицей"
              accept=".xlsx"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) read.mutate(file);
              }}
            />
          </div>
          <div style={{ marginTop: 40, maxWidth: 720 }}>
            <TextArea
              label="Или вставьте строки из Excel"
              hint="Вместе со строкой названий столбцов, как в образце"
              className="paste"
              value={pasted}
              onChange={setPasted}
            />
            <div className="act">
              <Button
                busy={read.isPending}
                disabledReason={pasted.trim() === "" ? "Сначала вставьте строки." : undefined}
                onClick={() => read.mutate(null)}
              >
                Проверить вставленное
              </Button>
            </div>
          </div>
        </>
      )}
    </div>
  );
}
