import { Link } from "react-router";
import { weekdayDateInWords } from "#domain/russian/dates.ts";
import { grouped } from "#shared/grouped.ts";
import { localDate } from "#shared/local-date.ts";
import { GroupTitle } from "#web/ui/group-title.tsx";
import { clockTime } from "#web/ui/clock-time.ts";
import { typeset } from "#web/ui/typeset.ts";
import type { Entry, EntryChange } from "../../model/contract.ts";
import { changedInWords, stateInWords } from "../../model/change-words.ts";
import "./entries.css";

/** Entries under the days on which they were made; `subjects` says what each is about. */
export function Entries({
  items,
  subjects = false,
}: {
  readonly items: readonly Entry[];
  readonly subjects?: boolean;
}) {
  return [...grouped(items, (item) => item.day)].map(([day, ofDay]) => (
    <section key={day} className="grp journal-day">
      <GroupTitle>{weekdayDateInWords(localDate(day))}</GroupTitle>
      <ul aria-label={`Записи за ${weekdayDateInWords(localDate(day))}`}>
        {ofDay.map((item) => (
          <li key={item.id} className="journal-entry">
            <time dateTime={item.at} className="q">
              {clockTime(new Date(item.at))}
            </time>
            <div>
              <p className="what">{typeset(item.what)}</p>
              {subjects && <Subject {...item.subject} />}
              {item.note && <p className="note">{typeset(item.note)}</p>}
              <Changes changes={item.changes} />
              <p className="q">{[item.who, item.origin].filter(Boolean).join(", ")}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Subject({ kind, name, link }: Entry["subject"]) {
  const words = name ?? kind;
  return (
    <p className="about">
      {name && <span className="q">{kind} </span>}
      {link ? <Link to={link}>{typeset(words)}</Link> : typeset(words)}
    </p>
  );
}

function Changes({ changes }: { readonly changes: readonly EntryChange[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="changes">
      {changes.map((change, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a change has no identity of its own
        <div key={at}>
          <dt>{typeset(changedInWords(change))}</dt>
          <dd>
            {change.state === "told" ? <Values {...change} /> : <span className="q">{stateInWords(change.state)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Values({ before, after }: Pick<EntryChange, "before" | "after">) {
  if (before === "нет") return <span className="after">{typeset(after ?? "")}</span>;
  return (
    <>
      <s className="before">{typeset(before ?? "")}</s> <span aria-hidden="true">→</span>
      <span className="visually-hidden"> стало </span> <span className="after">{typeset(after ?? "")}</span>
    </>
  );
}
