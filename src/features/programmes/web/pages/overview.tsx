import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { ProgrammePage } from "../../model/seen.ts";
import { momentsInWords } from "../parts/moments-words.ts";
import { useProgrammePlace } from "../place.ts";
import { programmeQuery } from "../queries.ts";
import "./overview.css";

/** The passport as it is read: goal, tasks and the document's own sections. */
export default function OverviewTab() {
  const place = useProgrammePlace();
  const programme = useQuery(programmeQuery(place));
  return (
    <Loaded query={programme} title="Паспорт не открылся">
      {(page) => <Passport page={page} address={place.page} />}
    </Loaded>
  );
}

interface PassportProps {
  readonly page: ProgrammePage;
  readonly address: string;
}

/** What a draft has already, and what to do with it next. */
function Beginning({ page, address }: PassportProps) {
  return (
    <section>
      <h2>Что уже есть</h2>
      {page.measures === 0 ? (
        <p className="prose">
          Мероприятий пока нет. <Link to={`${address}/measures`}>Добавить мероприятия</Link>
        </p>
      ) : (
        <p className="prose">
          {counted(page.measures, ["мероприятие", "мероприятия", "мероприятий"])},{" "}
          {counted(page.parties.length, ["участник", "участника", "участников"])}.{" "}
          {page.can.lead && "Дальше программу утверждают приказом: кнопка вверху. "}
          <Link to={`${address}/measures`}>Посмотреть мероприятия</Link>
        </p>
      )}
    </section>
  );
}

function Passport({ page, address }: PassportProps) {
  const isEmpty = page.goal === "" && page.tasks.length === 0 && page.passport.length === 0;
  return (
    <div className="passport">
      {page.status === "draft" && <Beginning page={page} address={address} />}
      {isEmpty && (
        <EmptyState
          title="Паспорт ещё не заполнен"
          action={page.can.edit ? <Link to={`${address}/edit`}>Заполнить паспорт</Link> : undefined}
        >
          Здесь стоят цель, задачи и части паспорта: ожидаемые результаты, этапы, критерии.
        </EmptyState>
      )}
      {page.goal && (
        <section>
          <h2>Цель</h2>
          <p className="prose">{typeset(page.goal)}</p>
        </section>
      )}
      {page.tasks.length > 0 && (
        <section>
          <h2>Задачи</h2>
          <ol className="prose">
            {page.tasks.map((task, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- tasks have no identity but their place
              <li key={at}>{typeset(task)}</li>
            ))}
          </ol>
        </section>
      )}
      {page.passport.map((section, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- sections have no identity but their place
        <section key={at}>
          <h2>{typeset(section.heading)}</h2>
          {section.paragraphs?.map((text, line) => (
            // oxlint-disable-next-line react/no-array-index-key
            <p className="prose" key={line}>
              {typeset(text)}
            </p>
          ))}
          {section.items && section.items.length > 0 && (
            <ul className="prose">
              {section.items.map((text, line) => (
                // oxlint-disable-next-line react/no-array-index-key
                <li key={line}>{typeset(text)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <section>
        <h2>Отчёт о том, что идёт постоянно</h2>
        <p className="prose">{momentsInWords(page.accountMoments)}</p>
      </section>
    </div>
  );
}
