import { counted } from "#domain/russian/plural.ts";
import { rowName } from "../../model/doubt-rows.ts";
import type { ReviewRow } from "../../model/review-row.ts";

/** The id of a measure's line on the screen. */
export const lineId = (key: string) => `line-${key}`;

/** Measures that nobody would report, each a way to its row; the programme may be made all the same. */
export function Unreported({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const silent = rows.filter(({ unreported }) => unreported);
  if (silent.length === 0) return null;
  return (
    <p className="silent">
      По{"\u00a0"}
      {counted(silent.length, ["мероприятию", "мероприятиям", "мероприятиям"])} отчитываться некому:{" "}
      {silent.map((row, at) => (
        <span key={row.key}>
          {at > 0 && ", "}
          <a
            href={`#${lineId(row.key)}`}
            onClick={(event) => {
              event.preventDefault();
              const line = document.getElementById(lineId(row.key));
              line?.scrollIntoView({ block: "center" });
              line?.focus({ preventScroll: true });
            }}
          >
            {rowName(row)}
          </a>
        </span>
      ))}
      . Исполнители не{"\u00a0"}названы, или сейчас их нет в{"\u00a0"}округе. Утвердить можно и{"\u00a0"}так:
      исполнителя назначите в{"\u00a0"}программе.
    </p>
  );
}
