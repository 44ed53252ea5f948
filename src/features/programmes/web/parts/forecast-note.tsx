import { useQuery } from "@tanstack/react-query";
import { counted } from "#domain/russian/plural.ts";
import type { LocalDate } from "#shared/local-date.ts";
import { typeset } from "#web/ui/typeset.ts";
import { forecastInWords } from "../../model/redaction-words.ts";
import { useProgrammePlace } from "../place.ts";
import { forecastQuery } from "../redaction-queries.ts";

interface ForecastNoteProps {
  readonly importId: string;
  readonly version: number;
  /** the day the changes take effect */
  readonly day: LocalDate;
}

/** What will happen to the reports, said before it happens. */
export function ForecastNote({ importId, version, day }: ForecastNoteProps) {
  const forecast = useQuery(forecastQuery(useProgrammePlace(), importId, version, day));
  if (!forecast.data) return <p className="m">Считаем, что будет с отчётами…</p>;
  const { kept } = forecast.data;
  return (
    <p aria-live="polite">
      {typeset(forecastInWords(forecast.data, day))}{" "}
      {kept > 0 &&
        typeset(
          kept === 1
            ? "Один начатый или сданный отчёт останется у своего мероприятия."
            : `Начатые и сданные отчёты останутся у своих мероприятий: ${counted(kept, ["отчёт", "отчёта", "отчётов"])}.`,
        )}
    </p>
  );
}
