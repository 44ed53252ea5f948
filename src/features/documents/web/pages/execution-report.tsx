import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { capitalised } from "#domain/russian/letter-case.ts";
import { counted } from "#domain/russian/plural.ts";
import type { ProgrammeProgress } from "#features/progress/model/contract.ts";
import { factPercent } from "#features/progress/model/percent.ts";
import {
  askedPeriod,
  PERIOD_KIND_NAME,
  periodChoices,
  periodInWords,
  type PeriodKind,
} from "#features/progress/model/period.ts";
import { askAgain, planningInWords } from "#features/progress/model/planning.ts";
import { localDate } from "#shared/local-date.ts";
import { addressOf, request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { TakeFiles } from "#web/ui/take-files.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { restInWords } from "../../model/figure-words.ts";
import "./execution-report.css";

const KINDS = ["all", "year", "schoolYear", "quarter", "schoolTerm", "month"] as const satisfies PeriodKind[];

/** The tab «Отчёт»: which roadmap, for which period, and the file. */
export default function ExecutionReportTab() {
  const { territoryId = "", programmeId = "" } = useParams();
  const [roadmapId] = useAddressValue("roadmap");
  const [kindText] = useAddressValue("kind", KINDS[0]);
  const [key] = useAddressValue("period");
  const { kind, period } = askedPeriod(KINDS, kindText, key);
  const progress = useQuery({
    queryKey: ["progress", "programme", programmeId, kind, period],
    queryFn: ({ signal }) =>
      request<ProgrammeProgress>(`/api/progress/programmes/${territoryId}/${programmeId}`, {
        query: { kind, period },
        signal,
      }),
    refetchInterval: ({ state }) => askAgain(state.data?.planning),
  });
  // the file is of the period whose figures stand over it
  const file = (format: string) =>
    addressOf(`/api/documents/${territoryId}/${programmeId}/execution.${format}`, {
      roadmapId,
      period: progress.data?.period?.key,
    });
  return (
    <div className="paper-report">
      <h2>Отчёт об исполнении дорожной карты</h2>
      <p className="m prose">
        {typeset(
          "Таблица документа со всеми его столбцами и разделами, к ней факт, дата, подтверждение и замечание. Альбомный лист, строка для подписи, номера страниц.",
        )}
      </p>
      <Loaded query={progress} title="Отчёт не открылся">
        {(data) => (
          <>
            <Filters>
              {data.roadmaps.length > 1 && (
                <FilterWord
                  name="roadmap"
                  label="Дорожная карта"
                  options={[
                    { value: "", label: "все" },
                    ...data.roadmaps.map(({ id, title }) => ({ value: id, label: title })),
                  ]}
                />
              )}
              <FilterWord
                name="kind"
                label="Период"
                options={KINDS.map((each) => ({ value: each, label: PERIOD_KIND_NAME[each] }))}
              />
              {data.period && (
                <FilterWord
                  name="period"
                  label="За"
                  options={periodChoices(data.periods, data.period)}
                  standing={data.period.key}
                />
              )}
            </Filters>
            <p className="dense">
              {data.planning === "none" ? (
                typeset(summary(data))
              ) : (
                <output>{typeset(planningInWords(data.planning))}</output>
              )}
            </p>
            <TakeFiles file={file} isMain />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** What the file will say first, so that one sees the right period was chosen. */
function summary({ seen, period, isWhole }: ProgrammeProgress): string {
  const when = period ? wordsOf(period) : "весь срок программы";
  if (seen.due === 0) return `За ${when} сроков нет.`;
  const whose = isWhole ? "" : " Войдут только ваши сроки.";
  return `${capitalised(when)}: принято ${seen.accepted} из ${counted(seen.due, ["отчёта", "отчётов", "отчётов"])} (${factPercent(seen)} %)${restInWords(seen)}.${whose}`;
}

/** The server's words are Russian, the page's may be English. */
const wordsOf = ({ key, from, to }: NonNullable<ProgrammeProgress["period"]>) =>
  periodInWords({ key, from: localDate(from), to: localDate(to) });
