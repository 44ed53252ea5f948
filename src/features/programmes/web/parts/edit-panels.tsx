import type { ProgrammeTable } from "../../model/seen.ts";
import { useProgrammePlace } from "../place.ts";
import { MeasureDrawer } from "./measure-drawer.tsx";
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
export function EditPanels({ panel, table, years, yearKind, onClose }: EditPanelsProps) {
  const { territoryId } = useProgrammePlace();
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
            : { place: { roadmap: panel.roadmap, section: panel.section } })}
        />
      );
    case "moveMeasure":
    case "moveSection":
      return <MoveDialog panel={panel} table={table} onClose={onClose} />;
    default:
      return <TitleDialog panel={panel} onClose={onClose} />;
  }
}
