import { useState } from "react";
import { problemText } from "#web/api/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import type { ProgrammeTable } from "../../model/seen.ts";
import { useEdit } from "../use-edit.ts";
import { placesIn, placesOf } from "./measure-places.ts";
import type { Panel } from "./panel.ts";

type MovePanel = Extract<Panel, { kind: "moveMeasure" | "moveSection" }>;

export interface MoveDialogProps {
  readonly panel: MovePanel;
  readonly table: ProgrammeTable;
  readonly onClose: () => void;
}

/** Into which section a row goes; it stands last there. */
export function MoveDialog({ panel, table, onClose }: MoveDialogProps) {
  const edit = useEdit({ onDone: onClose, ownProblems: true });
  const [target, setTarget] = useState<string | null>(null);
  const options =
    panel.kind === "moveMeasure"
      ? placesIn(table.roadmaps)
      : placesOf(panel.roadmap, false).filter((place) => !insideOf(panel, place.sectionId));
  const send = () => {
    const place = options.find((option) => option.value === target);
    if (!place) return;
    edit.send(
      panel.kind === "moveMeasure"
        ? {
            path: `/measures/${panel.measure.id}/move`,
            body: {
              version: panel.measure.version,
              roadmapId: place.roadmapId,
              sectionId: place.sectionId,
              beforeId: null,
            },
          }
        : {
            path: `/sections/${panel.section.id}/move`,
            body: { version: panel.section.version, parentId: place.sectionId, beforeId: null },
          },
    );
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={panel.kind === "moveMeasure" ? "Перенести мероприятие" : "Перенести раздел"}
      actions={
        <>
          <Button
            kind="primary"
            busy={edit.isPending}
            onClick={send}
            disabledReason={target ? undefined : "Выберите место"}
          >
            Перенести
          </Button>
          <Button onClick={onClose}>Отменить</Button>
        </>
      }
    >
      <div className="form-gap">
        <SelectField label="Куда" options={options} value={target} onChange={setTarget} />
        {edit.error && <FieldError>{problemText(edit.error)}</FieldError>}
      </div>
    </Dialog>
  );
}

/** A section goes neither into itself nor into what stands in it. */
function insideOf(panel: Extract<MovePanel, { kind: "moveSection" }>, sectionId: string | null): boolean {
  for (let at = sectionId; at !== null;) {
    if (at === panel.section.id) return true;
    at = panel.roadmap.sections.find((section) => section.id === at)?.parentId ?? null;
  }
  return false;
}
