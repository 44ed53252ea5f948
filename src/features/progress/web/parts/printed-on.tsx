import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { typeset } from "#web/ui/typeset.ts";
import "./printed-on.css";

/** On paper alone, under a title: the day of which the figures are. The screen is always of today. */
export function PrintedOn({ today }: { readonly today: string }) {
  return <p className="printed-on">{typeset(`По состоянию на ${dateInWords(localDate(today))} года`)}</p>;
}
