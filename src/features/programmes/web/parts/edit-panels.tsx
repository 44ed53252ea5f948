import { useEffect } from "react";
import type { ProgrammeTable } from "../../model/seen.ts";
import { useProgrammePlace } from "../place.ts";
import { clearNotices } from "../undo-offer.ts";
import { CloseSectionDialog } from "./close-section-dialog.tsx";
import MeasureDrawer from "./measure-drawer.tsx";
import { lastPlace, placesIn, type Place } from "./measure-places.ts";
import { MoveDialog } from "./move-dialog.tsx";
import type { Panel } from "./panel.ts";
import { TitleDialog } from "./title-dialog.tsx";

export interface EditPanelsProps {
  readonly panel: Panel;
  readonly table: ProgrammeTable;
  /** all years of the programme */
  readonly years: readonly number[];
  readonly yearKind: "calendar" | "school";
  readonly onClose: () => void;
}

/** What is open over the table. */
export default function EditPanels({ panel, table, years, yearKind, onClose }: EditPanelsProps) {
  const { territoryId } = useProgrammePlace();
  useEffect(clearNotices, []);
  switch (panel.kind) {
    case "addMeasure":
    case "editMeasure":
      return (
        <MeasureDrawer
          territoryId={territoryId}
          years={years}
          yearKind={yearKind}
          onClose={onClose}
          {...(panel.kind === "editMeasure"
            ? { measure: panel.measure }
            : { added: { roadmaps: table.roadmaps, place: placeOf(panel, table) } })}
        />
      );
    case "closeSection":
      return <CloseSectionDialog panel={panel} onClose={onClose} />;
    case "moveMeasure":
    case "moveSection":
      return <MoveDialog panel={panel} table={table} onClose={onClose} />;
    default:
      return <TitleDialog panel={panel} table={table} onClose={onClose} />;
  }
}

/** The section whose button was pressed, or the last one of the roadmap. The whole roadmap is asked: a filter may hide its sections. */
function placeOf(panel: Extract<Panel, { kind: "addMeasure" }>, table: ProgrammeTable): Place {
  const inSection = placesIn(table.roadmaps).find((place) => place.value === panel.section?.id);
  return inSection ?? lastPlace(table.roadmaps.find((roadmap) => roadmap.id === panel.roadmap.id) ?? panel.roadmap);
}
