import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { weekdayDateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { arriving } from "#web/arriving.tsx";
import { useFetchAhead } from "#web/fetch-ahead.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SectionTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { TerritoryHome } from "../../model/contract.ts";
import { listLink, rowsLink } from "../../model/rows-link.ts";
import { bearersInWords, homeSentence, monthInDetail, type SentencePart } from "../../model/sentence.ts";
import { periodScope } from "../parts/figure-link.tsx";
import { LateTable } from "../parts/late-table.tsx";
import { NotBegunTable } from "../parts/not-begun-table.tsx";
import { OwnDebts } from "../parts/own-debts.tsx";
import { ProgrammesTable } from "../parts/programmes-table.tsx";
import { ReviewQueue } from "../parts/review-queue.tsx";
import { WatchedTable } from "../parts/watched-table.tsx";
import { RowsLink } from "../parts/rows-link.tsx";
import { homeOf } from "../queries.ts";
import "./today.css";

const ReminderDialog = arriving(() => import("../parts/reminder-dialog.tsx"));

/** so many are all shown; of more, the first, so that the link to the rest never hides a single one */
const CALLS_AT_MOST = 5;
const CALLS_SHOWN = 3;

/** «Сегодня»: one line that matters, then whom to call, what to check, what nobody has begun, how programmes go. */
export default function TodayPage() {
  const { current } = useMe();
  const [params] = useSearchParams();
  const territoryId = params.get("territoryId") ?? current.territoryId;
  const home = useQuery(homeOf(territoryId));
  return (
    <Loaded query={home} skeleton={<PageSkeleton />}>
      {(data) => <Home home={data} territoryId={territoryId} />}
    </Loaded>
  );
}

function Home({ home, territoryId }: { readonly home: TerritoryHome; readonly territoryId: string }) {
  const [reminding, setReminding] = useState(false);
  useFetchAhead(ReminderDialog, home.late.can.remind);
  const sentence = homeSentence(home);
  const { bearers, own, late } = home.late;
  const calls = bearers.length <= CALLS_AT_MOST ? bearers : bearers.slice(0, CALLS_SHOWN);
  const rest = bearers.length - calls.length;
  const word = (count: number) => bearersInWords(count, home.allLateAreSchools);
  return (
    <div className="today">
      <PageHeader
        size="sentence"
        title={sentence.map(({ text }) => text).join("")}
        kicker={weekdayDateInWords(localDate(home.today))}
        heading={sentence.map((part) => (
          <SentenceText key={part.text} part={part} home={home} territoryId={territoryId} />
        ))}
        lead={<span className="sm q">{monthInDetail(home)}</span>}
      />
      {home.programmes.length === 0 ? (
        <EmptyState title="Утверждённых программ пока нет" action={<Link to="/programmes">К программам</Link>}>
          Когда программа утверждена, здесь видно, кто и что по ней должен.
        </EmptyState>
      ) : (
        <>
          <WatchedTable territoryId={territoryId} />
          <div className="two">
            <section>
              <SectionTitle
                count={
                  bearers.length > 0 ? `${word(bearers.length)}${own.length > 0 ? ", не считая вас" : ""}` : undefined
                }
                action={
                  home.late.can.remind &&
                  bearers.length > 0 &&
                  bearers.every((one) => one.remindedOn === home.today) ? (
                    <span className="sm q">Сегодня напомнили всем</span>
                  ) : home.late.can.remind ? (
                    <Button size="small" onClick={() => setReminding(true)}>
                      Напомнить всем
                    </Button>
                  ) : undefined
                }
              >
                Кому позвонить
              </SectionTitle>
              {reminding && <ReminderDialog territoryId={territoryId} onClose={() => setReminding(false)} />}
              {bearers.length === 0 ? (
                <p className="calm q">{late === 0 ? "Просрочек нет, звонить некому." : "Звонить некому."}</p>
              ) : (
                <LateTable territoryId={territoryId} today={home.today} bearers={calls} canCall={home.can.call} />
              )}
              {rest > 0 && (
                <RowsLink className="more" to={lateLink(territoryId)}>
                  {typeset(`Ещё ${word(rest)}`)}
                </RowsLink>
              )}
              <OwnDebts territoryId={territoryId} today={home.today} own={own} />
            </section>
            <ReviewQueue territoryId={territoryId} today={home.today} zone={home.zone} canReview={home.can.review} />
          </div>
          {home.notBegun.length > 0 && (
            <NotBegunTable territoryId={territoryId} rows={home.notBegun} today={home.today} />
          )}
          <section className="sec">
            <SectionTitle
              count={home.programmes.length}
              action={<RowsLink to={`/progress/summary?territoryId=${territoryId}`}>Итоги за период</RowsLink>}
            >
              Программы
            </SectionTitle>
            <ProgrammesTable territoryId={territoryId} today={home.today} items={home.programmes} />
          </section>
        </>
      )}
    </div>
  );
}

function lateLink(territoryId: string): string {
  return `/progress/late?territoryId=${territoryId}`;
}

interface SentenceTextProps {
  readonly part: SentencePart;
  readonly home: TerritoryHome;
  readonly territoryId: string;
}

function SentenceText({ part, home, territoryId }: SentenceTextProps) {
  const text = typeset(part.text);
  if (part.opens === "month")
    return (
      <RowsLink to={rowsLink({ territoryId, ...periodScope(home.month) }, "due", localDate(home.today))}>
        {text}
      </RowsLink>
    );
  if (part.opens === "bearers")
    return (
      <RowsLink className="late" to={lateLink(territoryId)}>
        {text}
      </RowsLink>
    );
  if (part.opens === "late")
    return (
      <RowsLink className="late" to={listLink({ territoryId, state: "late" })}>
        {text}
      </RowsLink>
    );
  return text;
}
