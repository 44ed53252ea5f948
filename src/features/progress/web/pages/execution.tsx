import { useQuery } from "@tanstack/react-query";
import { useParams, useSearchParams } from "react-router";
import { addressOf, request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { usePrintWhen, usePrintWhole } from "#web/ui/print-whole.ts";
import { Segmented } from "#web/ui/segmented.tsx";
import { Pagination } from "#web/ui/show-more.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Execution } from "../../model/execution.ts";
import { askAgain, planningInWords } from "../../model/planning.ts";
import { yearInWords, yearName } from "#features/programmes/model/occurrence-words.ts";
import { executionInWords } from "../../model/execution-words.ts";
import { ExcelLink } from "../parts/excel-link.tsx";
import { HeatMap } from "../parts/heat-map.tsx";
import { NarrowedMap } from "../parts/narrowed-map.tsx";
import { PrintedOn } from "../parts/printed-on.tsx";
import { SectionProgress } from "../parts/section-progress.tsx";
import "./execution.css";

/** A large city has hundreds of organisations: more rows of months than this do not scroll smoothly. */
const ROWS_SHOWN = 80;
const pagesOf = (rows: Execution["rows"]) => Math.ceil(rows.length / ROWS_SHOWN);
const pageAt = (rows: Execution["rows"], page: string) => Math.min(Math.max(1, Number(page) || 1), pagesOf(rows));
const rowsOf = (rows: Execution["rows"], page: string) =>
  rows.slice((pageAt(rows, page) - 1) * ROWS_SHOWN, pageAt(rows, page) * ROWS_SHOWN);

/** The tab «Исполнение»: bearers by months, then sections by any period. */
export default function ExecutionTab() {
  const { territoryId = "", programmeId = "" } = useParams();
  const [year, setYear] = useAddressValue("year");
  const [sectionId] = useAddressValue("sectionId");
  const [bearer] = useAddressValue("bearer");
  const [page] = useAddressValue("page", "1");
  const [params] = useSearchParams();
  const { whole, print } = usePrintWhole();
  const path = `/api/progress/programmes/${territoryId}/${programmeId}/execution`;
  const execution = useQuery({
    queryKey: ["progress", "execution", programmeId, year, sectionId, bearer],
    queryFn: ({ signal }) => request<Execution>(path, { query: { year, sectionId, bearer }, signal }),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => askAgain(state.data?.planning),
  });
  usePrintWhen(whole && execution.isSuccess);
  return (
    <div className="execution progress-page">
      <Loaded query={execution} title="Исполнение не открылось">
        {(map) => (
          <>
            <div className="sub-h">
              <h2>
                {map.bearer ? "Исполнение по разделам" : "Исполнение по организациям"}
                <span className="on-paper">{typeset(`, ${yearInWords(map.year, map.yearKind)}`)}</span>
              </h2>
              {map.years.length > 1 && (
                <Segmented
                  label="Год"
                  value={String(map.year)}
                  onChange={setYear}
                  options={map.years.map((each) => ({ value: String(each), label: yearName(each, map.yearKind) }))}
                />
              )}
              <span className="r">
                <ExcelLink to={addressOf(`${path}.xlsx`, { year: map.year, sectionId, bearer })} />
                <Button kind="ghost" size="small" icon="print" onClick={print}>
                  Печать
                </Button>
              </span>
            </div>
            <PrintedOn today={map.today} />
            <NarrowedMap map={map} />
            {map.rows.length === 0 && map.planning !== "none" ? (
              <output className="q">{typeset(planningInWords(map.planning))}</output>
            ) : map.rows.length === 0 ? (
              <EmptyState title="В этом году сроков нет">
                {map.section || map.bearer
                  ? "Выберите другой год или вернитесь ко всей программе."
                  : "Сроки появляются, когда программа утверждена и у мероприятий понятны сроки и исполнители."}
              </EmptyState>
            ) : (
              <>
                <p className="dense m">{typeset(executionInWords(map))}</p>
                <HeatMap
                  map={whole ? map : { ...map, rows: rowsOf(map.rows, page) }}
                  territoryId={territoryId}
                  programmeId={programmeId}
                />
                <Pagination
                  page={pageAt(map.rows, page)}
                  pages={pagesOf(map.rows)}
                  to={(next) => addressOf("", { ...Object.fromEntries(params), page: next })}
                />
              </>
            )}
          </>
        )}
      </Loaded>
      <SectionProgress territoryId={territoryId} programmeId={programmeId} />
    </div>
  );
}
