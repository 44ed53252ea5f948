import { useState } from "react";
import { dateInWords } from "#domain/russian/dates.ts";
import { yearName } from "#features/programmes/model/occurrence-words.ts";
import { ChoiceField } from "#web/ui/choice-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea, TextField } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { titleOf, type AdaptationDraft } from "../../model/adaptation-draft.ts";
import type { TemplatePage } from "../../model/contract.ts";
import { periodIn } from "../../model/period.ts";
import { LONGEST_YEARS } from "../../model/years-needed.ts";
import { Step } from "../parts/step.tsx";
import { yearsInWords } from "../parts/words.ts";
import { useAdapting } from "../place.ts";

const NO_TITLE = "Назовите программу.";
const TERRITORY = "territory";
/** Years offered around the proposed one. */
const BEFORE = 3;
const AHEAD = 6;

/** Whose the programme is, how it is called, when it begins and how long it lasts. */
export default function ChooseYears() {
  const { page, draft } = useAdapting();
  const [isTried, setTried] = useState(false);
  const { value } = draft;
  const title = titleOf(page, value);
  const set = (part: Partial<AdaptationDraft>) => draft.set((now) => ({ ...now, ...part }));
  const { startsOn, endsOn } = periodIn(page, value.firstYear, value.years);
  const owners = page.owners.map(({ id, name }) => ({ value: id ?? TERRITORY, label: name }));
  const owner = {
    label: "Чья программа",
    options: owners,
    value: value.ownerOrganisationId ?? TERRITORY,
    onChange: (chosen: string | null) => set({ ownerOrganisationId: chosen === TERRITORY ? null : chosen }),
  };
  return (
    <Step
      step="years"
      onDone={() => {
        setTried(true);
        if (title.trim() === "") document.getElementById("template-title")?.focus();
        return title.trim() !== "";
      }}
    >
      {owners.length > 5 && <SelectField {...owner} />}
      {owners.length > 1 && owners.length <= 5 && <ChoiceField {...owner} />}
      <TextArea
        id="template-title"
        label="Название"
        hint="Как будет в приказе"
        rows={2}
        maxLength={600}
        value={title}
        onChange={(typed) => set({ title: typed })}
        error={isTried && title.trim() === "" ? NO_TITLE : undefined}
      />
      <TextField
        label="Коротко"
        hint="Как называть в списках: «Поддержка школ»"
        optional
        maxLength={120}
        value={value.shortTitle}
        onChange={(shortTitle) => set({ shortTitle })}
      />
      <div className="pair">
        <SelectField
          label="Первый год"
          options={firstYears(page, value).map((year) => ({
            value: String(year),
            label: yearName(year, page.yearKind),
          }))}
          value={String(value.firstYear)}
          onChange={(year) => year && set({ firstYear: Number(year) })}
        />
        <SelectField
          label="Сколько лет"
          options={Array.from({ length: LONGEST_YEARS }, (_, at) => ({
            value: String(at + 1),
            label: yearsInWords(at + 1, page.yearKind),
          }))}
          value={String(value.years)}
          onChange={(years) => years && set({ years: Number(years) })}
        />
      </div>
      <output className="period">
        {typeset(`Программа пойдёт с ${dateInWords(startsOn)} года по ${dateInWords(endsOn)} года.`)}
      </output>
    </Step>
  );
}

/** Years around the proposed one; of an older draft, its own too. */
function firstYears({ firstYear: offered }: TemplatePage, { firstYear: chosen }: AdaptationDraft): number[] {
  const years = Array.from({ length: BEFORE + AHEAD + 1 }, (_, at) => offered - BEFORE + at);
  return [...new Set([...years, chosen])].sort((one, other) => one - other);
}
