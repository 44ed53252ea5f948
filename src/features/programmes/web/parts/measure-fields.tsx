import { ChoiceField } from "#web/ui/choice-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextArea, TextField } from "#web/ui/text-field.tsx";
import { useChoices } from "../queries.ts";
import type { MeasureDraft } from "./measure-draft.ts";
import type { Place } from "./measure-places.ts";
import { MeasureWeightNote } from "./measure-weight-note.tsx";
import { PapersField } from "./papers-field.tsx";
import { PartiesField } from "./parties-field.tsx";
import { PlannedValuesField } from "./planned-values-field.tsx";
import { TermField } from "./term-field.tsx";

export interface MeasureFieldsProps {
  readonly territoryId: string;
  readonly years: readonly number[];
  readonly yearKind: "calendar" | "school";
  readonly value: MeasureDraft;
  readonly onChange: (part: Partial<MeasureDraft>) => void;
  /** where a new measure may stand; empty for one that stands already */
  readonly places: readonly Place[];
  readonly place: string | null;
  readonly onPlace: (place: string) => void;
  /** why the parties typed could not be added */
  readonly unreadParties: string | undefined;
  readonly problemOf: (field: string) => string | undefined;
}

/** The fields of a measure in the order of the document's columns. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { territoryId, years, yearKind, value, onChange, places, place, onPlace, unreadParties, problemOf } = props;
  const choices = useChoices(territoryId);
  const several = value.parties.filter((party) => party.part !== "participant").length > 1;
  return (
    <>
      {places.length > 1 && (
        <SelectField
          label="Раздел"
          options={places.map((one) => ({ value: one.value, label: one.label }))}
          value={place}
          onChange={(next) => next && onPlace(next)}
        />
      )}
      <TextField
        id="measure-number"
        label="Номер"
        optional
        className="narrow"
        value={value.number}
        onChange={(number) => onChange({ number })}
        error={problemOf("number")}
      />
      <TextArea
        id="measure-title"
        label="Мероприятие"
        rows={3}
        value={value.title}
        onChange={(title) => onChange({ title })}
        error={problemOf("title")}
        data-autofocus
      />
      <TermField value={value} onChange={onChange} problemOf={problemOf} />
      <PartiesField
        parties={value.parties}
        text={value.partiesText}
        onChange={onChange}
        choices={choices.data}
        territoryId={territoryId}
        problem={problemOf("parties.0.name")}
        unread={unreadParties}
      />
      {several && (
        <ChoiceField
          label="Кто отчитывается"
          value={value.reporting}
          onChange={(reporting) => onChange({ reporting: reporting as MeasureDraft["reporting"] })}
          options={[
            { value: "each", label: "Каждый из исполнителей" },
            { value: "first", label: "Первый названный, один раз за всех" },
          ]}
        />
      )}
      <MeasureWeightNote value={value} onChange={onChange} />
      <TextArea
        id="measure-result"
        label="Ожидаемый результат"
        optional
        rows={2}
        value={value.result}
        onChange={(result) => onChange({ result })}
        error={problemOf("result")}
      />
      <TextField
        id="measure-reportDocument"
        label="Отчётный документ"
        hint="Чем подтверждается: приказ, протокол, справка"
        optional
        value={value.reportDocument}
        onChange={(reportDocument) => onChange({ reportDocument })}
        error={problemOf("reportDocument")}
      />
      <PlannedValuesField
        values={value.plannedValues}
        years={years}
        yearKind={yearKind}
        onChange={(plannedValues) => onChange({ plannedValues })}
      />
      <PapersField
        territoryId={territoryId}
        paperIds={value.paperIds}
        onChange={(paperIds) => onChange({ paperIds })}
      />
    </>
  );
}
