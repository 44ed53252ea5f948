import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readTerm } from "#domain/phrases/read-term.ts";
import { StateMark } from "#web/ui/state-mark.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { isUnclear } from "../../model/schedule.ts";
import { cadenceInWords } from "../../model/understood-term.ts";
import { useProgrammePlace } from "../place.ts";
import { programmeQuery } from "../queries.ts";
import { CadenceEditor } from "./cadence-editor.tsx";
import type { MeasureDraft } from "./measure-draft.ts";
import { MomentsField } from "./moments-field.tsx";

export interface TermFieldProps {
  readonly value: MeasureDraft;
  readonly onChange: (part: Partial<MeasureDraft>) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/** The term in the words of the document, how it is understood, and the way to decide it by hand. */
export function TermField({ value, onChange, problemOf }: TermFieldProps) {
  const [editing, setEditing] = useState(false);
  const programme = useQuery(programmeQuery(useProgrammePlace())).data;
  const { rest, doubts } = readTerm(value.dueText);
  const unclear = isUnclear({ ...value, plannedYears: [] });
  const ongoing = value.cadence.some((phase) => phase.kind === "continuous");
  return (
    <div>
      <TextField
        id="measure-dueText"
        label="Срок"
        hint="Как в документе: «ежегодно, до 15 октября», «постоянно», «не реже 1 раза в месяц»"
        value={value.dueText}
        onChange={(dueText) => onChange({ dueText, cadence: readTerm(dueText).phases, decided: false })}
        error={problemOf("dueText")}
        autoComplete="off"
      />
      <div className="understood" aria-live="polite">
        {value.cadence.length > 0 && !unclear && (
          <StateMark state="accepted">
            {value.decided ? "Считается так: " : "Понято так: "}
            {typeset(cadenceInWords(value.cadence))}
          </StateMark>
        )}
        {unclear && value.dueText.trim() !== "" && (
          <StateMark state="returned">Не понято. Впишите иначе или укажите срок сами.</StateMark>
        )}
        {!unclear && !value.decided && rest && (
          <StateMark state="returned">{typeset(`Осталось без внимания: «${rest}»`)}</StateMark>
        )}
        {!unclear && !value.decided && !rest && doubts[0] && (
          <StateMark state="returned">{typeset(`Проверьте: ${doubts[0].words}`)}</StateMark>
        )}
        <button type="button" className="link-button" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {editing ? "Свернуть" : "Указать самому"}
        </button>
      </div>
      {editing && (
        <CadenceEditor cadence={value.cadence} onChange={(cadence) => onChange({ cadence, decided: true })} />
      )}
      {ongoing && (
        <MomentsField
          value={value.accountMoments}
          onChange={(accountMoments) => onChange({ accountMoments })}
          ofProgramme={programme?.accountMoments ?? null}
        />
      )}
    </div>
  );
}
