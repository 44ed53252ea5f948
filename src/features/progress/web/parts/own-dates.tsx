import { parseLocalDate, type LocalDate } from "#shared/local-date.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { DateField } from "#web/ui/date-field.tsx";
import "../pages/execution.css";

/** A span whose end stands before its beginning: the field says so, and nothing is asked. */
export function isTurned(key: string): boolean {
  const [from = "", to] = key.split("..");
  return to !== undefined && from > to;
}

/** Two dates make one name of a period; until both are there the page stays as it was. */
export function OwnDates({ value }: { readonly value: string }) {
  const [, setPeriod] = useAddressValue("period");
  const [first = "", last = ""] = value.split("..");
  const [from, to] = [parseLocalDate(first) ?? null, parseLocalDate(last) ?? null];
  const choose = (since: LocalDate | null, until: LocalDate | null) => setPeriod(`${since ?? ""}..${until ?? ""}`);
  return (
    <div className="own-dates">
      <DateField label="С" value={from} onChange={(day) => choose(day, to)} />
      <DateField
        label="По"
        value={to}
        error={from && to && from > to ? "Конец раньше начала." : undefined}
        onChange={(day) => choose(from, day)}
      />
    </div>
  );
}
