import { useState } from "react";
import type { YearView } from "#features/calendar/model/year-contract.ts";
import { addDays, localDate, type LocalDate } from "#shared/local-date.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button, IconButton } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { Refusal } from "#web/ui/refusal.tsx";

interface Term {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

const MOST_TERMS = 6;
const FEWEST_TERMS = 2;

/** The terms of one school year as fields; saving plans obligations anew. */
export function YearEditor({
  territoryId,
  year,
  onClose,
}: {
  readonly territoryId: string;
  readonly year: YearView;
  readonly onClose: () => void;
}) {
  const [terms, setTerms] = useState<readonly Term[]>(
    year.terms.map(({ from, to }) => ({ from: from as LocalDate, to: to as LocalDate })),
  );
  const over = useWriteOver(year.version);
  const save = useWrite(
    (_: void, key) =>
      over((version) =>
        request(`/api/school-years/${territoryId}/${year.year}`, {
          method: "PUT",
          key,
          body: { version, terms: terms.map((term, at) => ({ number: at + 1, ...term })) },
        }),
      ),
    {
      refresh: [["school-years"]],
      onDone: () => {
        showNotice("Календарь сохранён, обязательства пересчитываются");
        onClose();
      },
    },
  );
  const change = (at: number, part: Partial<Term>) =>
    setTerms((now) => now.map((term, index) => (index === at ? { ...term, ...part } : term)));
  const add = () =>
    setTerms((now) => {
      const last = now.at(-1)?.to;
      const from = last ? addDays(last, 7) : localDate(`${year.year}-09-01`);
      return [...now, { from, to: null }];
    });
  return (
    <>
      <ul>
        {terms.map((term, at) => (
          // terms have no identity but their place
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="year-part">
            <span className="no">{at + 1}-я</span>
            <DateField
              label="Первый день"
              id={`term-${year.year}-${at}-from`}
              value={term.from}
              onChange={(from) => change(at, { from })}
              error={fieldProblem(save.error, `terms.${at}.from`)}
            />
            <DateField
              label="Последний день"
              id={`term-${year.year}-${at}-to`}
              value={term.to}
              onChange={(to) => change(at, { to })}
              error={fieldProblem(save.error, `terms.${at}.to`)}
            />
            {at === terms.length - 1 && terms.length > FEWEST_TERMS && (
              <IconButton
                icon="close"
                label={`Убрать ${at + 1}-ю`}
                onClick={() => setTerms((now) => now.slice(0, -1))}
              />
            )}
          </li>
        ))}
      </ul>
      {fieldProblem(save.error, "terms") && <FieldError>{fieldProblem(save.error, "terms")}</FieldError>}
      <div className="act">
        <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>
          Сохранить
        </Button>
        {terms.length < MOST_TERMS && (
          <Button icon="plus" onClick={add}>
            Ещё одна
          </Button>
        )}
        <Button kind="ghost" onClick={onClose}>
          Отмена
        </Button>
      </div>
      <Refusal error={save.error} />
    </>
  );
}
