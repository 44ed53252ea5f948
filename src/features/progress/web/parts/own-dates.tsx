import { parseLocalDate, type LocalDate } from "#shared/local-date.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { isOfKind, isTurned } from "../../model/period.ts";
import "../pages/execution.css";

/** Until both dates are there, nothing is asked: no figures of another period stand under them. */
export function lacksDates(kind: string, key: string): boolean {
  return kind === "span" && (!isOfKind(key, "span") || isTurned(key));
}

/** What stands instead of the figures meanwhile; where they are turned round the field itself says so. */
export function BothDates({ value }: { readonly value: string }) {
  return isOfKind(value, "span") ? undefined : <p className="dense">Укажите обе даты.</p>;
}

/** Two dates make one name of a period. */
export function OwnDates({ value }: { readonly value: string }) {
  const [, setPeriod] = useAddressValue("period");
  const [first = "", last = ""] = value.split("..");
  const [from, to] = [parseLocalDate(first) ?? null, parseLocalDate(last) ?? null];
  const choose = (since: LocalDate | null, until: LocalDate | null) => setPeriod(`${since ?? ""}..${until ?? ""}`);
  return (
    <div className="own-dates">
      <DateField label="С" value={from} onChange={(day) => choose(day, to)} />
      {/* the kit takes the month that opens once: a changed beginning makes an empty end anew */}
      <DateField
        key={to ? "chosen" : first}
        label="По"
        opensAt={from ?? undefined}
        value={to}
        error={from && to && from > to ? "Конец раньше начала." : undefined}
        onChange={(day) => choose(from, day)}
      />
    </div>
  );
}
