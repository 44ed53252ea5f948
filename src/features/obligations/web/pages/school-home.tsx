import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { weekdayDateInWords } from "#domain/russian/dates.ts";
import type { Role } from "#shared/actor.ts";
import { localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { addressOf } from "#web/api/request.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { GroupTitle } from "#web/ui/group-title.tsx";
import { Slot } from "#web/slot.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { usePrintWhen, usePrintWhole } from "#web/ui/print-whole.ts";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { ShowMore } from "#web/ui/show-more.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { Link, Navigate } from "react-router";
import type { ObligationRow, SchoolHome } from "../../model/contract.ts";
import { shortDay } from "../../model/days.ts";
import { homeOf } from "../home-of.ts";
import { homeSentence, returnedWords } from "../parts/home-sentence.ts";
import type { DayHere } from "../parts/days.ts";
import { MeasureMeta, ObligationLine, reportPath } from "../parts/obligation-line.tsx";
import { PausedReports } from "../parts/paused-reports.tsx";
import { ReturnedReports, SubmittedReports } from "../parts/returned-reports.tsx";
import "./school-home.css";

const GROUPS = { late: "Просрочено", soon: "На этой неделе", ahead: "Скоро" } as const;

/** What is due from us, report it and leave: the home of an organisation's people. */
export default function SchoolHomePage() {
  const me = useMe();
  const { role } = me.current;
  const home = useQuery(homeOf(me));
  // a curator reports for nobody: what is owed stands by school
  if (role === "curator") return <Navigate to="/my-schools" replace />;
  return (
    <div className="school-home">
      <Loaded query={home} title="Список не открылся">
        {(data) => <Home home={data} role={role} />}
      </Loaded>
    </div>
  );
}

function Home({ home, role }: { readonly home: SchoolHome; readonly role: Role }) {
  const { territoryId, organisationId } = useMe().current;
  const { today, returned, submitted } = home;
  const { whole, print } = usePrintWhole();
  usePrintWhen(whole);
  const nothing = home.late.length + home.week.length + home.soon.length === 0;
  const isList = !nothing || [returned, submitted, home.paused, home.later].some(({ length }) => length > 0);
  return (
    <>
      <PageHeader
        title="Что нужно сделать"
        howTo="report"
        kicker={weekdayDateInWords(localDate(today))}
        actions={
          isList && (
            <ListOutput
              excel={addressOf("/api/obligations/home.xlsx", { territoryId, organisationId })}
              onPrint={print}
              busy={false}
            />
          )
        }
        lead={
          nothing && returned.length === 0 ? undefined : (
            <>
              {typeset(homeSentence(home))}
              {returned.length > 0 && (
                <>
                  {" "}
                  <a href="#returned">{returnedWords(returned.length)}</a>.
                </>
              )}
            </>
          )
        }
      />
      <Slot name="home" facts={{ territoryId, ...(organisationId && { organisationId }) }} />
      <Group kind="late" rows={home.late} here={home} />
      {returned.length > 0 && <ReturnedReports rows={returned} here={home} />}
      <Group kind="soon" rows={home.week} here={home} />
      {nothing ? <AllDone home={home} role={role} /> : <Soon home={home} whole={whole} />}
      {submitted.length + home.paused.length > 0 && (
        <div className="quiet">
          {submitted.length > 0 && <SubmittedReports rows={submitted} here={home} />}
          {home.paused.length > 0 && <PausedReports rows={home.paused} />}
        </div>
      )}
    </>
  );
}

interface GroupProps {
  readonly kind: keyof typeof GROUPS;
  readonly rows: readonly ObligationRow[];
  readonly here: DayHere;
}

function Group({ kind, rows, here }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section className="grp">
      <GroupTitle state={kind} count={rows.length}>
        {GROUPS[kind]}
      </GroupTitle>
      <Rows label={GROUPS[kind]}>
        {rows.map((row) => (
          <ObligationLine key={row.id} row={row} here={here} kind={kind} />
        ))}
      </Rows>
    </section>
  );
}

/** The next month, and the rest of the year behind one press; on paper all of it. */
function Soon({ home, whole }: { readonly home: SchoolHome; readonly whole: boolean }) {
  const [pressed, setOpen] = useState(false);
  const open = pressed || whole;
  const until = home.laterUntil === "year" ? "до конца года" : "до конца учебного года";
  return (
    <>
      <Group kind="ahead" rows={open ? [...home.soon, ...home.later] : home.soon} here={home} />
      {home.later.length > 0 && !open && (
        <ShowMore onClick={() => setOpen(true)}>
          Показать {until}, ещё {home.later.length}
        </ShowMore>
      )}
    </>
  );
}

function AllDone({ home, role }: { readonly home: SchoolHome; readonly role: Role }) {
  const next = home.later[0] ?? home.next;
  // who never had anything to do has not done it all
  if (role === "teacher" && !home.everAsked)
    return (
      <div className="all-done">
        <EmptyState title="Вам пока ничего не поручено">
          {typeset("Когда руководитель передаст вам отчёт, он появится здесь, и вы получите уведомление.")}
        </EmptyState>
      </div>
    );
  const waiting = home.returned.length > 0 ? "Новых сроков в ближайший месяц нет" : "Сейчас всё сдано";
  const place = home.returned.length > 0 ? "all-done among" : "all-done";
  if (!next)
    return (
      <div className={place}>
        <EmptyState title={waiting}>
          {typeset(
            role === "teacher"
              ? "Других отчётов за вами нет. Они появятся здесь, когда вам что-нибудь передадут."
              : "Других сроков пока нет. Когда управление образования утвердит программу, они появятся здесь.",
          )}
        </EmptyState>
      </div>
    );
  return (
    <div className={place}>
      <EmptyState
        title={waiting}
        next={{
          what: typeset(next.measureTitle),
          meta: <MeasureMeta row={next} />,
          due: shortDay(next.dueOn, home.today),
        }}
        action={
          next.opensOn <= home.today && next.can.report ? (
            <Link to={reportPath(next)}>Сдать раньше срока</Link>
          ) : undefined
        }
      >
        Ближайший срок — {shortDay(next.dueOn, home.today)}.
      </EmptyState>
    </div>
  );
}
