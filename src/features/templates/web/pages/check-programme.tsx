import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { counted } from "#domain/russian/plural.ts";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { FieldError } from "#web/ui/field-shell.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { outcomeOf, requestOf, titleOf } from "../../model/adaptation-draft.ts";
import type { TemplateMeasure } from "../../model/contract.ts";
import { changeAt, Step, type StepPath } from "../parts/step.tsx";
import { bearersInWords, measuresInWords, spanOfYears } from "../parts/words.ts";
import { useAdapting, useTemplatePlace } from "../place.ts";

/** What will be made, before it is made. */
export default function CheckProgramme() {
  const { page, draft } = useAdapting();
  const place = useTemplatePlace();
  const navigate = useNavigate();
  const { value } = draft;
  const { taken, leftOut, sections, reporters, unreported } = outcomeOf(page, value);
  const present = reporters.filter(({ bearers }) => bearers > 0);
  const span = spanOfYears(value.firstYear, value.years, page.yearKind);
  const owner = page.owners.find(({ id }) => id === value.ownerOrganisationId);
  const write = useWrite(
    (body: object, key) =>
      request<{ programmeId: string }>(`/api${place.page}/programme`, { method: "POST", body, key }),
    {
      refresh: [["programmes"]],
      onDone: ({ programmeId }) => {
        draft.clear();
        showNotice("Черновик программы создан");
        void navigate(`/programmes/${place.territoryId}/${programmeId}/measures`);
      },
    },
  );
  return (
    <Step
      step="check"
      action="Создать черновик программы"
      busy={write.isPending}
      onDone={() => {
        write.mutate(requestOf(page, value));
        return false;
      }}
    >
      <p className="t3">
        {typeset(
          `${measuresInWords(taken.length)}${sections > 0 ? ` в ${counted(sections, ["разделе", "разделах", "разделах"])}` : ""}, ${span}`,
        )}
      </p>
      <p className="m">
        {typeset("Черновик можно править. Исполнители увидят сроки, когда программу утвердят приказом.")}
      </p>
      {write.error && <NotMade error={write.error} />}
      <dl className="who-answers">
        <Answer name="Название" step="years">
          {titleOf(page, value) || <span className="late">не указано</span>}
          {value.shortTitle && <div className="sm q">коротко: {value.shortTitle}</div>}
        </Answer>
        {owner && (
          <Answer name="Чья" step="years">
            {owner.name}
          </Answer>
        )}
        <Answer name="Годы" step="years">
          {span}
        </Answer>
        <Answer name="Отчитываются" step="parties">
          {present.length === 0 && <span className="soon">никто</span>}
          <ul>
            {present.map(({ choice }) => (
              <li key={choice.name}>
                {typeset(choice.name)}
                <Count text={bearersInWords(page, value, choice).text} />
              </li>
            ))}
          </ul>
          {unreported.length > 0 && (
            <div className="sm soon">
              {typeset(`Отчитываться некому: ${unreported.map(nameOf).join(", ")}.`)} Программа создастся и&nbsp;так.
            </div>
          )}
        </Answer>
        <Answer name="Мероприятия" step="measures">
          {typeset(`взято ${taken.length} из ${page.measures}`)}
          {leftOut.length > 0 && <div className="sm q">{typeset(`не взяты: ${leftOut.map(nameOf).join(", ")}`)}</div>}
        </Answer>
      </dl>
    </Step>
  );
}

function Answer({
  name,
  step,
  children,
}: {
  readonly name: string;
  readonly step: StepPath;
  readonly children: ReactNode;
}) {
  const place = useTemplatePlace();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd className="change">
        <Link to={changeAt(place.page, step)}>
          Изменить<span className="visually-hidden">: {name.toLowerCase()}</span>
        </Link>
      </dd>
    </div>
  );
}

function Count({ text }: { readonly text: string }) {
  return text && <span className="q">, {typeset(text)}</span>;
}

/** The refusal in its own words: of a field, with what is wrong there. */
function NotMade({ error }: { readonly error: Error }) {
  const fields = error instanceof ApiProblem ? Object.values(error.fields) : [];
  return (
    <div role="alert" className="f bad">
      {fields.length > 0 ? (
        fields.map((text) => <FieldError key={text}>{text}</FieldError>)
      ) : (
        <FieldError>{problemText(error)}</FieldError>
      )}
    </div>
  );
}

/** «1.2», or the words where a row has no number. */
function nameOf({ number, title }: TemplateMeasure): string {
  return number || `«${title}»`;
}
