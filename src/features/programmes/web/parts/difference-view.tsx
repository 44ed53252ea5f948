import { Fragment } from "react";
import { capitalised } from "#domain/russian/letter-case.ts";
import type { AmendmentView, AnswerPair } from "#features/imports/model/amendment.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { Difference, DifferenceRow } from "../../model/redaction-difference.ts";
import { countsInWords } from "../../model/redaction-words.ts";
import { ChangedFields } from "./changed-fields.tsx";
import { DifferenceLine } from "./difference-line.tsx";
import "./difference.css";

/** What a person may say of the pairs of rows, where they are still in question. */
export interface Pairing {
  readonly view: AmendmentView;
  readonly busy: boolean;
  readonly onAnswer: (answer: AnswerPair["answer"]) => void;
}

export interface DifferenceViewProps {
  readonly difference: Difference;
  readonly pairing?: Pairing;
}

type Shown = "differing" | "changed" | "added" | "removed" | "moved" | "renumbered" | "all";

const FITS: Readonly<Record<Shown, (row: DifferenceRow) => boolean>> = {
  differing: (row) => row.kind !== "same" || row.placeBefore !== null,
  changed: (row) => row.kind === "changed",
  added: (row) => row.kind === "added",
  removed: (row) => row.kind === "removed",
  moved: (row) => row.placeBefore !== null,
  renumbered: (row) => row.numberBefore !== null,
  all: () => true,
};

/** What one redaction changes in another, row by row under the sections of the new one; which rows are shown lives in the address. */
export function DifferenceView({ difference, pairing }: DifferenceViewProps) {
  const [shown] = useAddressValue("rows", "differing");
  const { rows, counts, head } = difference;
  const choices: [Shown, string][] = [
    ["differing", `все отличия, ${rows.filter(FITS.differing).length}`],
    ["changed", `изменённые, ${counts.changed}`],
    ["added", `добавленные, ${counts.added}`],
    ["removed", `убранные, ${counts.removed}`],
    ["moved", `перенесённые, ${counts.moved}`],
    ["renumbered", `с другим номером, ${counts.renumbered}`],
    ["all", `все строки, ${rows.length}`],
  ];
  const offered = choices.filter(([kind]) => kind === "differing" || rows.some(FITS[kind]));
  const chosen = offered.some(([kind]) => kind === shown) ? (shown as Shown) : "differing";
  // what is asked about is in sight whatever is chosen
  const asked = new Set(pairing?.view.questions.map(({ row }) => row));
  const visible = rows.filter((row) => FITS[chosen](row) || asked.has(row.key));
  return (
    <section className="difference" aria-label="Отличия">
      <h2 className="all">{typeset(`${capitalised(countsInWords(counts)) || "Мероприятия не меняются"}.`)}</h2>
      <Filters>
        <FilterWord name="rows" label="Показать" options={offered.map(([value, label]) => ({ value, label }))} />
      </Filters>
      <ChangedFields className="head-changes" fields={head} />
      {visible.length === 0 && (
        <EmptyState title="Таких строк нет">Остальные мероприятия остаются, как были.</EmptyState>
      )}
      <ul>
        {visible.map((row, at) => (
          <Fragment key={`${row.kind} ${row.key}`}>
            {row.place !== visible[at - 1]?.place && <li className="place">{typeset(row.place)}</li>}
            <DifferenceLine row={row} pairing={pairing} />
          </Fragment>
        ))}
      </ul>
    </section>
  );
}
