import { dueInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { ButtonLink } from "#web/ui/button.tsx";
import { Row } from "#web/ui/rows.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ObligationRow } from "../../model/contract.ts";
import { shortDay } from "../../model/days.ts";
import { draftWords, handedWords } from "../../model/handed-words.ts";
import { measureWords } from "../../model/measure-words.ts";
import { dayOf, type DayHere } from "./days.ts";

export interface ObligationLineProps {
  readonly row: ObligationRow;
  readonly here: DayHere;
  /** only what is late has a filled button */
  readonly kind: "late" | "soon" | "ahead";
}

export const reportPath = (row: Pick<ObligationRow, "territoryId" | "id">) => `/todo/${row.territoryId}/${row.id}`;

/** One obligation of the home: what, of which programme, by when, one button. */
export function ObligationLine({ row, here, kind }: ObligationLineProps) {
  const { today } = here;
  const me = useMe().person.id;
  const title = typeset(row.measureTitle);
  const verb = row.report ? "Продолжить" : "Отчитаться";
  return (
    <Row
      what={title}
      to={reportPath(row)}
      meta={<MeasureMeta row={row} extra={extraOf(row, here, me)} />}
      due={shortDay(row.dueOn, today)}
      relative={
        kind === "ahead" ? undefined : (
          <span className={kind}>{dueInWords(localDate(row.dueOn), localDate(today))}</span>
        )
      }
      action={
        row.opensOn > today ? (
          <span className="sm q">отчитаться с {shortDay(row.opensOn, today)}</span>
        ) : (
          row.can.report && (
            <ButtonLink
              kind={kind === "late" ? "primary" : "default"}
              to={reportPath(row)}
              aria-label={`${verb}: ${row.measureTitle}`}
            >
              {verb}
            </ButtonLink>
          )
        )
      }
    />
  );
}

function extraOf(row: ObligationRow, here: DayHere, me: string): readonly string[] {
  const extra: string[] = [];
  if (row.required > 1) extra.push(`нужно ${counted(row.required, ["раз", "раза", "раз"])}`);
  const handed = handedWords(row, me);
  if (handed) extra.push(handed);
  if (row.report?.state === "draft") extra.push(draftWords(row.report, dayOf(row.report.savedAt, here)));
  return extra;
}

/** «Поддержка школ · мероприятие 1.3 · октябрь 2021», then what else there is to know. */
export function MeasureMeta({ row, extra = [] }: { readonly row: ObligationRow; readonly extra?: readonly string[] }) {
  return (
    <>
      {typeset(measureWords(row))}
      {extra.map((words) => (
        <span className="x" key={words}>
          {words}
        </span>
      ))}
    </>
  );
}
