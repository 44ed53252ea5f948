import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { dateInWords, monthInWords } from "#domain/russian/dates.ts";
import { counted } from "#domain/russian/plural.ts";
import { localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Segmented } from "#web/ui/segmented.tsx";
import { PageSkeleton, RowsSkeleton } from "#web/ui/skeleton.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { OwnMonth } from "../../model/contract.ts";
import { monthOf, type Month } from "../../model/month.ts";
import { MonthGrid } from "../parts/month-grid.tsx";
import { MonthKey, MonthRests } from "../parts/month-rests.tsx";
import { MonthList } from "../parts/month-list.tsx";
import "./own-calendar.css";

const GRID = "grid";
const VIEWS = [
  { value: GRID, label: "месяц" },
  { value: "list", label: "список" },
] as const;

/** The months of one place: what is due on which day and how it stands, as a sheet or as a list. */
export default function OwnCalendarPage() {
  const { territoryId, organisationId } = useMe().current;
  const [key] = useAddressValue("month");
  const month = useQuery({
    queryKey: ["obligations", "month", territoryId, organisationId, key],
    queryFn: ({ signal }) =>
      request<OwnMonth>("/api/obligations/month", { query: { territoryId, organisationId, month: key }, signal }),
    placeholderData: (before) => before,
  });
  return (
    <div className="own-calendar">
      <Loaded query={month} title="Календарь не открылся" skeleton={<PageSkeleton />}>
        {(data) => <Calendar data={data} asked={key} isComing={month.isPlaceholderData} />}
      </Loaded>
    </div>
  );
}

interface CalendarProps {
  readonly data: OwnMonth;
  /** the month of the address: the one shown may still be the one before */
  readonly asked: string;
  readonly isComing: boolean;
}

function Calendar({ data, asked, isComing }: CalendarProps) {
  const [view, setView] = useAddressValue("view", GRID);
  const today = localDate(data.today);
  const month = monthOf(asked, today);
  const own = data.rows;
  const addressOf = useMonthAddress();
  return (
    <>
      <PageHeader title="Календарь" lead={isComing ? "\u00a0" : typeset(monthSentence(own))} />
      <div className="month-bar">
        <MonthSteps month={month} />
        <Segmented label="Вид" value={view} onChange={setView} options={VIEWS} />
        {/* the last of them: coming and going it moves nothing that is pressed in a row */}
        {month.key !== today.slice(0, 7) && <Link to={addressOf("")}>к сегодняшнему дню</Link>}
        <span className="r">
          <Link className="sm" to="/letters">
            Сроки в телефоне
          </Link>
          <Button kind="ghost" size="small" icon="print" onClick={() => window.print()}>
            Печать
          </Button>
        </span>
      </div>
      {isComing ? (
        <div aria-busy="true">
          <RowsSkeleton />
        </div>
      ) : own.length === 0 ? (
        <>
          <EmptyState title="В этом месяце сроков нет">
            <NearestDay day={data.nearest} after={month.last} />
          </EmptyState>
          <MonthRests month={month} holidays={data.schoolHolidays} />
        </>
      ) : view === "list" ? (
        <MonthList rows={own} today={today} month={month} holidays={data.schoolHolidays} />
      ) : (
        <div className="month-sheet">
          <MonthGrid month={month} rows={own} today={today} holidays={data.schoolHolidays} />
          <MonthKey rows={own} />
          <MonthRests month={month} holidays={data.schoolHolidays} />
        </div>
      )}
    </>
  );
}

/** The address of a month in the view chosen; of today's where none is named. */
function useMonthAddress() {
  const [view] = useAddressValue("view", GRID);
  return (key: string) => {
    const search = new URLSearchParams({ ...(key && { month: key }), ...(view !== GRID && { view }) });
    return search.size > 0 ? `?${search}` : "?";
  };
}

/** Where to go from an empty month. */
function NearestDay({ day, after }: { readonly day: string | null; readonly after: string }) {
  const addressOf = useMonthAddress();
  if (day === null) return "Других сроков пока нет.";
  return (
    <>
      {day > after ? "Ближайший срок" : "Последний срок"} —{" "}
      <Link className="nearest" to={addressOf(day.slice(0, 7))}>
        {dateInWords(localDate(day))}
      </Link>
      .
    </>
  );
}

function MonthSteps({ month }: { readonly month: Month }) {
  const addressOf = useMonthAddress();
  return (
    <nav className="month-steps" aria-label="Месяцы">
      <Link className="btn g s ib" to={addressOf(month.before)} aria-label="Предыдущий месяц">
        <Icon name="chevronLeft" />
      </Link>
      <h2 aria-live="polite">{monthInWords(month.first)}</h2>
      <Link className="btn g s ib" to={addressOf(month.after)} aria-label="Следующий месяц">
        <Icon name="chevronRight" />
      </Link>
    </nav>
  );
}

/** «5 сроков: просрочено 2, принято 1, впереди 2.», «2 срока, на проверке 2.»: all of them, one by one. It stands over every month, an empty one too. */
function monthSentence(rows: OwnMonth["rows"]): string {
  if (rows.length === 0) return "Сроков нет.";
  const number = (state: OwnMonth["rows"][number]["state"]) => rows.filter((row) => row.state === state).length;
  const parts = [
    ["просрочено", number("late")],
    ["вернули", number("returned")],
    ["на проверке", number("submitted")],
    ["принято", number("accepted")],
    ["подходит срок", number("soon")],
    ["впереди", number("ahead")],
    ["приостановлено", number("paused")],
    ["неприменимо", number("notApplicable")],
  ].flatMap(([word, count]) => (count === 0 ? [] : [`${word} ${count}`]));
  const all = counted(rows.length, ["срок", "срока", "сроков"]);
  return `${all}${parts.length > 0 ? `${parts.length > 1 ? ":" : ","} ${parts.join(", ")}` : ""}.`;
}
