import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { StateMark } from "#web/ui/state-mark.tsx";
import { USUAL_A_YEAR } from "../../model/outlook.ts";
import type { MeasureWeight, WeighMeasure } from "../../model/outlook-seen.ts";
import { weightInWords } from "../../model/outlook-words.ts";
import { useProgrammePlace } from "../place.ts";
import { bodyOf, type MeasureDraft } from "./measure-draft.ts";

export interface MeasureWeightNoteProps {
  readonly value: MeasureDraft;
  readonly onChange: (part: Partial<MeasureDraft>) => void;
}

const PAUSE_MS = 500;

/** How many reports the term and the parties of the form will ask for, before it is saved; what is asked too often may be asked less. */
export function MeasureWeightNote({ value, onChange }: MeasureWeightNoteProps) {
  const place = useProgrammePlace();
  const asked = useSettled(JSON.stringify(toWeigh(value)));
  const weight = useQuery({
    queryKey: ["measure-weight", place.programmeId, asked],
    queryFn: ({ signal }) =>
      request<MeasureWeight>(`${place.api}/weigh`, { method: "POST", body: JSON.parse(asked) as WeighMeasure, signal }),
    enabled: value.cadence.length > 0,
    placeholderData: (before) => before,
    retry: false,
  });
  if (!weight.data || weight.data.dues === 0 || value.cadence.length === 0) return undefined;
  const isFrequent = weight.data.yearly > USUAL_A_YEAR;
  const ongoing = value.cadence.some((phase) => phase.kind === "continuous");
  return (
    <div className="weight" aria-live="polite">
      <StateMark state={isFrequent ? "soon" : "ahead"}>{weightInWords(weight.data)}</StateMark>
      {isFrequent && (
        <p className="sm m">
          {ongoing ? (
            "Отчитываться можно реже: измените выше, когда отчитываться о том, что идёт постоянно."
          ) : (
            <>
              Делать можно так же часто, а отчитываться реже, например в конце каждой четверти.{" "}
              <Button
                size="small"
                onClick={() => onChange({ cadence: [{ kind: "continuous", windows: [], freq: null }], decided: true })}
              >
                Отчитываться реже
              </Button>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function toWeigh(value: MeasureDraft): WeighMeasure {
  const { plannedValues } = bodyOf(value) as { readonly plannedValues: readonly { years: { year: number }[] }[] };
  return {
    dueText: value.dueText,
    cadence: [...value.cadence] as WeighMeasure["cadence"],
    accountMoments: value.accountMoments,
    reporting: value.reporting,
    plannedYears: [...new Set(plannedValues.flatMap((one) => one.years.map((year) => year.year)))].sort(
      (a, b) => a - b,
    ),
    parties: value.parties.map(({ part, audience }) => ({ part, audience })),
  };
}

/** The words once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const pause = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text]);
  return settled;
}
