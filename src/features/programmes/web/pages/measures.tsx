import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { arriving } from "#web/arriving.tsx";
import { useFetchAhead } from "#web/fetch-ahead.ts";
import { Slot } from "#web/slot.tsx";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { ListOutput } from "#web/ui/list-output.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { SearchField } from "#web/ui/search-field.tsx";
import { programmeYears } from "../../model/programme-years.ts";
import type { ProgrammePage, ProgrammeTable } from "../../model/seen.ts";
import { narrowed, partiesIn, STATE_OPTIONS, type MeasureFilter } from "../parts/measure-filter.ts";
import { MeasureTable } from "../parts/measure-table.tsx";
import type { Panel } from "../parts/panel.ts";
import { shownYears, YearChoice } from "../parts/year-choice.tsx";
import { useProgrammePlace } from "../place.ts";
import { programmeQuery, tableQuery } from "../queries.ts";
import "./measures.css";

// whoever reads waits for no forms
const EditPanels = arriving(() => import("../parts/edit-panels.tsx"));

/** The roadmaps of the programme as in the document: search, filters, sections that fold, and editing for its leaders. */
export default function MeasuresTab() {
  const place = useProgrammePlace();
  const table = useQuery(tableQuery(place));
  const programme = useQuery(programmeQuery(place));
  return (
    <Loaded query={table} title="Мероприятия не открылись">
      {(data) => <Loaded query={programme}>{(page) => <Measures table={data} page={page} />}</Loaded>}
    </Loaded>
  );
}

function Measures({ table, page }: { readonly table: ProgrammeTable; readonly page: ProgrammePage }) {
  const place = useProgrammePlace();
  const [panel, setPanel] = useState<Panel | null>(null);
  useFetchAhead(EditPanels, table.can.edit);
  const filter = useMeasureFilter();
  const [year] = useAddressValue("year", "");
  const years = shownYears(table, year);
  const roadmaps = narrowed(table, filter);
  const isNarrowed = filter.q !== "" || filter.party !== "all" || filter.state !== "all";
  const parties = partiesIn(table);
  const hasMeasures = table.roadmaps.some((roadmap) => roadmap.measures.length > 0);
  const first = table.roadmaps.find((roadmap) => !roadmap.closed);
  return (
    <div className="measures-tab">
      {hasMeasures && (
        <Filters>
          <SearchField label="Найти мероприятие" />
          {parties.length > 1 && (
            <FilterWord
              name="party"
              label="Исполнитель"
              options={[{ value: "all", label: "любой" }, ...parties.map((name) => ({ value: name, label: name }))]}
            />
          )}
          <FilterWord name="state" label="Состояние" options={STATE_OPTIONS} />
          <YearChoice table={table} yearKind={page.yearKind} />
          <Slot name="views" facts={{ list: "measures" }} />
          <ListOutput excel={`${place.api}/measures.xlsx`} onPrint={() => window.print()} busy={false} />
        </Filters>
      )}
      {roadmaps.map((roadmap) => (
        <MeasureTable
          key={roadmap.id}
          roadmap={roadmap}
          table={table}
          years={years}
          yearKind={page.yearKind}
          titled={table.roadmaps.length > 1 || table.can.edit}
          unfolded={isNarrowed}
          onPanel={setPanel}
        />
      ))}
      {isNarrowed && roadmaps.length === 0 && (
        <EmptyState title="Таких мероприятий нет">Измените слова поиска или отборы.</EmptyState>
      )}
      {!hasMeasures && !first && (
        <EmptyState title="Мероприятий пока нет">
          {table.can.edit
            ? "Добавьте дорожную карту, в ней разделы и мероприятия."
            : "Когда мероприятия появятся, они будут здесь."}
        </EmptyState>
      )}
      {table.can.edit && !isNarrowed && (
        <div className="add-line no-print">
          <Button icon="plus" kind={first ? "default" : "primary"} onClick={() => setPanel({ kind: "addRoadmap" })}>
            Добавить дорожную карту
          </Button>
        </div>
      )}
      {panel && (
        <EditPanels
          panel={panel}
          table={table}
          years={programmeYears({ startsOn: page.startsOn, endsOn: page.endsOn, yearKind: page.yearKind })}
          yearKind={page.yearKind}
          onClose={() => setPanel(null)}
        />
      )}
    </div>
  );
}

function useMeasureFilter(): MeasureFilter {
  const [q] = useAddressValue("q");
  const [party] = useAddressValue("party", "all");
  const [state] = useAddressValue("state", "all");
  return { q, party, state };
}
