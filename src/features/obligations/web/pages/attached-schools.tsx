import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dueInWords, weekdayDateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { GroupTitle } from "#web/ui/group-title.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { ShowMore } from "#web/ui/show-more.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { attachedSentence, isPressing, worstFirst } from "../../model/attached.ts";
import type { AttachedHome, ObligationRow } from "../../model/contract.ts";
import { shortDay } from "../../model/days.ts";
import { MeasureMeta, reportPath } from "../parts/obligation-line.tsx";
import { reportsInWords } from "../../model/reports-in-words.ts";
import "./school-home.css";

type School = AttachedHome["organisations"][number];

/** A curator's schools: what is late, returned and near in all of them, the worst school first. He reports for none. */
export default function AttachedSchoolsPage() {
  const { territoryId } = useMe().current;
  const attached = useQuery({
    queryKey: ["obligations", "attached", territoryId],
    queryFn: ({ signal }) => request<AttachedHome>("/api/obligations/attached", { query: { territoryId }, signal }),
  });
  return (
    <div className="school-home">
      <Loaded query={attached} title="Список не открылся">
        {(home) => {
          const pressing = worstFirst(home.organisations).filter(isPressing);
          const calm = home.organisations.filter((one) => !isPressing(one));
          return (
            <>
              <PageHeader
                title="Мои школы"
                kicker={weekdayDateInWords(localDate(home.today))}
                lead={typeset(attachedSentence(home.organisations))}
              />
              {pressing.map((school) => (
                <Pressing key={school.id} school={school} today={home.today} />
              ))}
              <Calm schools={calm} today={home.today} alone={pressing.length === 0} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

/** One school with what cannot wait; the next month stands behind one press. */
function Pressing({ school, today }: { readonly school: School; readonly today: string }) {
  const [open, setOpen] = useState(false);
  const { late, returned, week, soon, name } = school;
  const state = late.length > 0 ? "late" : returned.length > 0 ? "returned" : "soon";
  return (
    <section className="grp">
      <GroupTitle state={state} count={late.length + returned.length + week.length}>
        {typeset(name)}
      </GroupTitle>
      <Rows label={name}>
        {[...late, ...returned, ...week, ...(open ? soon : [])].map((row) => (
          <Owed key={row.id} row={row} today={today} />
        ))}
      </Rows>
      {soon.length > 0 && !open && (
        <ShowMore onClick={() => setOpen(true)}>Показать на месяц вперёд, ещё {soon.length}</ShowMore>
      )}
    </section>
  );
}

function Owed({ row, today }: { readonly row: ObligationRow; readonly today: string }) {
  const sent = row.report && row.report.state !== "draft";
  return (
    <Row
      what={typeset(row.measureTitle)}
      to={sent ? `/reports/${row.territoryId}/${row.report!.id}` : reportPath(row)}
      meta={
        <>
          {row.bearer.kind !== "organisation" && <>{typeset(row.bearer.name)} · </>}
          <MeasureMeta row={row} />
        </>
      }
      due={shortDay(row.dueOn, today)}
      relative={<Standing row={row} today={today} />}
    />
  );
}

function Standing({ row, today }: { readonly row: ObligationRow; readonly today: string }) {
  if (row.state === "returned") return <StateMark state="returned">вернули</StateMark>;
  if (row.state === "ahead") return null;
  const words = dueInWords(localDate(row.dueOn), localDate(today));
  return <span className={row.state === "late" ? "late" : "soon"}>{words}</span>;
}

/** Schools with nothing pressing: the nearest due day of each. */
function Calm({
  schools,
  today,
  alone,
}: {
  readonly schools: readonly School[];
  readonly today: string;
  readonly alone: boolean;
}) {
  if (schools.length === 0) return null;
  const title = alone ? "Срочного нет ни у кого" : "Срочного нет";
  return (
    <section className="grp">
      <GroupTitle state="ahead" count={schools.length}>
        {title}
      </GroupTitle>
      {schools.length === 1 && alone && schools[0]!.soon.length === 0 && schools[0]!.submitted === 0 ? (
        <EmptyState title={typeset(schools[0]!.name)}>Сроков в ближайший месяц нет.</EmptyState>
      ) : (
        <Rows label={title}>
          {schools.map((school) => (
            <Row key={school.id} what={typeset(school.name)} meta={<CalmMeta school={school} today={today} />} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function CalmMeta({ school, today }: { readonly school: School; readonly today: string }) {
  const [next] = school.soon;
  const waiting = school.submitted > 0 ? reportsInWords(school.submitted) : "";
  return (
    <>
      {next
        ? `Ближайший срок — ${shortDay(next.dueOn, today)}: ${typeset(next.measureTitle)}`
        : "Сроков в ближайший месяц нет"}
      {waiting && <span className="x">на проверке {waiting}</span>}
    </>
  );
}
