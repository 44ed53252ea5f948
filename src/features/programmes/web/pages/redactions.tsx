import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { uncapitalised } from "#domain/russian/letter-case.ts";
import { dateInWords } from "#domain/russian/dates.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import type { MarkState } from "#web/ui/shape.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RedactionItem, RedactionList, RedactionState } from "../../model/redaction-seen.ts";
import { countsInWords, REDACTION_STATE_NAME, redactionName } from "../../model/redaction-words.ts";
import { DifferenceView } from "../parts/difference-view.tsx";
import { RegisterDialog } from "../parts/register-dialog.tsx";
import { useProgrammePlace } from "../place.ts";
import { redactionsQuery } from "../redaction-queries.ts";

/** The redactions of the programme, each with its order, and what was edited by hand since the last. */
export default function RedactionsTab() {
  const redactions = useQuery(redactionsQuery(useProgrammePlace()));
  return (
    <Loaded query={redactions} title="Редакции не открылись">
      {(list) => <Redactions list={list} />}
    </Loaded>
  );
}

function Redactions({ list }: { readonly list: RedactionList }) {
  const place = useProgrammePlace();
  const standing = list.items.filter(({ state }) => state !== "withdrawn");
  if (list.items.length === 0)
    return (
      <EmptyState title="Редакций пока нет" action={list.can.amend && <AmendLink place={place} />}>
        {list.can.amend
          ? "Первая запомнится, когда вы внесёте изменения приказом."
          : "Первая появится, когда программу утвердят приказом."}
      </EmptyState>
    );
  return (
    <>
      {list.since && <Since list={list} />}
      <div className="hd">
        <h2>Редакции</h2>
        {list.can.amend && <AmendLink place={place} />}
      </div>
      <Rows label="Редакции программы">
        {list.items.map((item) => {
          const previous = standing.find(({ number }) => number < item.number);
          return (
            <Row
              key={item.id}
              to={`${place.page}/redactions/${item.id}`}
              what={redactionName(item)}
              meta={[item.paper?.name, item.counts && countsInWords(item.counts)].filter(Boolean).join("; ")}
              extra={typeset(`${item.by}, ${dateInWords(item.at.slice(0, 10) as LocalDate)}`)}
              due={<State item={item} />}
              action={
                previous &&
                item.state !== "withdrawn" && (
                  <ButtonLink
                    size="small"
                    to={`${place.page}/redactions/${item.id}/difference?with=${previous.id}`}
                    aria-label={`Что изменилось: ${redactionName(item)}`}
                  >
                    Что изменилось
                  </ButtonLink>
                )
              }
            />
          );
        })}
      </Rows>
    </>
  );
}

function AmendLink({ place }: { readonly place: ReturnType<typeof useProgrammePlace> }) {
  return <ButtonLink to={`/imports/amend/${place.territoryId}/${place.programmeId}`}>Внести изменения</ButtonLink>;
}

const MARK: Readonly<Record<RedactionState, MarkState>> = {
  inForce: "accepted",
  ahead: "soon",
  past: "ahead",
  withdrawn: "notApplicable",
};

function State({ item }: { readonly item: RedactionItem }) {
  return <StateMark state={MARK[item.state]}>{REDACTION_STATE_NAME[item.state]}</StateMark>;
}

/** What no order stands behind yet. */
function Since({ list }: { readonly list: RedactionList }) {
  const [isOpen, setOpen] = useState(false);
  const [isRegistering, setRegistering] = useState(false);
  const { counts, head } = list.since!;
  const words = countsInWords(counts) || `изменено: ${head.map(({ name }) => uncapitalised(name)).join(", ")}`;
  return (
    <section className="amend-since" aria-label="Правки без приказа">
      <p>{typeset(`После последней редакции программу правили без приказа: ${words}.`)}</p>
      <div className="act">
        <Button onClick={() => setRegistering(true)}>Оформить приказом</Button>
        <Button kind="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Скрыть правки" : "Посмотреть правки"}
        </Button>
      </div>
      {isOpen && <DifferenceView difference={list.since!} />}
      {isRegistering && <RegisterDialog list={list} onClose={() => setRegistering(false)} />}
    </section>
  );
}
