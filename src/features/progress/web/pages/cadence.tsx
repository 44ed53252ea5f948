import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { addressOf, request } from "#web/api/request.ts";
import { Slot } from "#web/slot.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { yearName } from "#features/programmes/model/occurrence-words.ts";
import { bearersKeptInWords, notJudgedInWords } from "../../model/cadence-bearers.ts";
import { CADENCE_KEPT } from "../../model/cadence-kept.ts";
import type { ProgrammeCadence } from "../../model/cadence.ts";
import { cadenceInWords } from "../../model/cadence-words.ts";
import { OUTCOMES_COUNTED } from "../../model/outcome.ts";
import { askAgain, planningInWords } from "../../model/planning.ts";
import { CadenceBearers } from "../parts/cadence-bearers.tsx";
import { CadenceGaps } from "../parts/cadence-gaps.tsx";
import { CadenceTable } from "../parts/cadence-table.tsx";
import { HowCounted } from "../parts/how-counted.tsx";
import "../parts/cadence.css";

const BY_BEARERS = "bearers";

/** The tab «Регулярность»: how often what recurs was kept, by measures or by those who answer for them. */
export default function CadenceTab() {
  const { territoryId = "", programmeId = "" } = useParams();
  const [year] = useAddressValue("year");
  const [bearer] = useAddressValue("bearer");
  const path = `/api/progress/programmes/${territoryId}/${programmeId}/cadence` as const;
  const query = { year: /^\d{4}$/.test(year) ? year : "", bearer };
  const cadence = useQuery({
    queryKey: ["progress", "cadence", programmeId, query],
    queryFn: ({ signal }) => request<ProgrammeCadence>(path, { query, signal }),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => askAgain(state.data?.planning),
  });
  return (
    <div className="progress-page cadence">
      <Loaded query={cadence} title="Регулярность не открылась">
        {(data) => (
          <Cadence
            cadence={data}
            scope={{ territoryId, programmeId, ...(bearer ? { bearer } : {}) }}
            excel={(by) => addressOf(`${path}.xlsx`, { ...query, ...by })}
          />
        )}
      </Loaded>
    </div>
  );
}

export interface CadenceScope {
  readonly territoryId: string;
  readonly programmeId: string;
  readonly bearer?: string;
}

interface CadenceProps {
  readonly cadence: ProgrammeCadence;
  readonly scope: CadenceScope;
  readonly excel: (by: { readonly by?: typeof BY_BEARERS }) => string;
}

function Cadence({ cadence, scope, excel }: CadenceProps) {
  const [by, setBy] = useAddressValue("by", "measures");
  const isEmpty = cadence.rows.length === 0;
  const several = cadence.bearers.length > 1 && !scope.bearer;
  const isByBearers = by === BY_BEARERS && several;
  return (
    <>
      <Filters>
        {several && (
          <Segmented
            label="Как показать"
            value={isByBearers ? BY_BEARERS : "measures"}
            onChange={setBy}
            options={[
              { value: "measures", label: "по мероприятиям" },
              { value: BY_BEARERS, label: "по исполнителям" },
            ]}
          />
        )}
        {cadence.years.length > 1 && (
          <FilterWord
            name="year"
            label="Годы"
            options={[
              { value: "", label: "весь период" },
              ...cadence.years.map((year) => ({ value: String(year), label: yearName(year, cadence.yearKind) })),
            ]}
          />
        )}
        {cadence.bearers.length > 1 && (
          <FilterWord
            name="bearer"
            label="Исполнитель"
            options={[
              { value: "", label: "все" },
              ...cadence.bearers.map(({ key, name }) => ({ value: key, label: name })),
            ]}
          />
        )}
        <Slot name="views" facts={{ list: "cadence" }} />
        <Slot name="how-to" facts={{ section: "cadence" }} />
        {!isEmpty && (
          <ListOutput
            excel={excel(isByBearers ? { by: BY_BEARERS } : {})}
            onPrint={() => window.print()}
            busy={false}
          />
        )}
      </Filters>
      <h2>Регулярность</h2>
      {isEmpty && cadence.planning !== "none" ? (
        <output className="q">{typeset(planningInWords(cadence.planning))}</output>
      ) : isEmpty ? (
        <Nothing cadence={cadence} scope={scope} />
      ) : (
        <>
          <Told cadence={cadence} scope={scope} isByBearers={isByBearers} />
          {isByBearers ? (
            <CadenceBearers cadence={cadence} scope={scope} />
          ) : (
            <CadenceTable cadence={cadence} scope={scope} />
          )}
          <CadenceGaps cadence={cadence} scope={scope} />
        </>
      )}
      <HowCounted editions={[CADENCE_KEPT, OUTCOMES_COUNTED]} />
    </>
  );
}

function Nothing({ cadence, scope }: Omit<CadenceProps, "excel">) {
  if (scope.bearer || cadence.span)
    return (
      <EmptyState title="Повторяющихся мероприятий с такими сроками нет">
        Уберите отбор по годам или по исполнителю.
      </EmptyState>
    );
  return (
    <EmptyState
      title={cadence.isWhole ? "Мероприятий с периодичностью пока нет" : "У вас мероприятий с периодичностью нет"}
    >
      Здесь видны мероприятия, у которых в сроке названа частота: «не реже 1 раза в месяц», «ежегодно».
    </EmptyState>
  );
}

/** What the table comes to, whose it is, and what is not in it. */
function Told({ cadence, scope, isByBearers }: Omit<CadenceProps, "excel"> & { readonly isByBearers: boolean }) {
  const [params] = useSearchParams();
  const bearer = cadence.bearers.find(({ key }) => key === scope.bearer);
  const whole = new URLSearchParams(params);
  whole.delete("bearer");
  // one came from the list of bearers, and goes back to it
  whole.set("by", BY_BEARERS);
  return (
    <>
      {bearer && (
        <p className="dense narrowed">
          {typeset(`Исполнитель: ${bearer.name}.`)}{" "}
          {cadence.bearers.length > 1 && <Link to={`?${whole}`}>Показать всех</Link>}
        </p>
      )}
      <p className="dense">{typeset(isByBearers ? bearersKeptInWords(cadence.bearers) : cadenceInWords(cadence))}</p>
      {isByBearers && notJudgedInWords(cadence.bearers) !== "" && (
        <p className="sm q">{typeset(notJudgedInWords(cadence.bearers))}</p>
      )}
      {cadence.without > 0 && (
        <p className="sm q">
          {typeset(
            `Ещё ${counted(cadence.without, ["мероприятие", "мероприятия", "мероприятий"])} без названной частоты: их сроки видны в «Графике».`,
          )}
        </p>
      )}
      {!cadence.isWhole && <p className="sm q">Показаны только ваши отчёты.</p>}
    </>
  );
}
