import { counted } from "#domain/russian/plural.ts";
import { quoted } from "#domain/russian/quotes.ts";
import { problemText } from "#web/api/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { measuresIn, outlineOf, type OutlineSection } from "../../model/outline.ts";
import type { MeasureSeen, SectionSeen } from "../../model/seen.ts";
import { useEdit } from "../use-edit.ts";
import type { Panel } from "./panel.ts";

export interface CloseSectionDialogProps {
  readonly panel: Extract<Panel, { kind: "closeSection" }>;
  readonly onClose: () => void;
}

/** What closing a section does to the measures in it, before it is done. */
export function CloseSectionDialog({ panel, onClose }: CloseSectionDialogProps) {
  const { roadmap, section } = panel;
  const edit = useEdit({ onDone: onClose, ownProblems: true });
  const open = openMeasures(outlineOf(roadmap.sections, roadmap.measures).sections, section.id);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={typeset(`Закрыть раздел ${quoted(section.title)}`)}
      actions={
        <>
          <Button
            kind="primary"
            busy={edit.isPending}
            onClick={() =>
              edit.send({
                path: `/sections/${section.id}/close`,
                body: { version: section.version, closed: true },
              })
            }
          >
            Закрыть раздел
          </Button>
          <Button onClick={onClose}>Отменить</Button>
        </>
      }
    >
      <div className="form-gap">
        <p className="m">
          {open === 0
            ? "Открытых мероприятий в разделе нет. Он уйдёт из таблицы."
            : typeset(
                `Вместе с ним закроется ${counted(open, ["мероприятие", "мероприятия", "мероприятий"])}: новых сроков по ним не будет, несданное снимется, сданное и принятое останется.`,
              )}
        </p>
        <p className="sm q">
          {open === 0
            ? "Вернуть раздел можно на вкладке «История»."
            : typeset("Закрытое видно под отбором «Состояние: закрытые», вернуть можно там или на вкладке «История».")}
        </p>
        {edit.error && <FieldError>{problemText(edit.error)}</FieldError>}
      </div>
    </Dialog>
  );
}

function openMeasures(sections: readonly OutlineSection<SectionSeen, MeasureSeen>[], id: string): number {
  return sections
    .map((one) =>
      one.section.id === id
        ? measuresIn(one).filter((measure) => !measure.closed).length
        : openMeasures(one.sections, id),
    )
    .reduce((sum, count) => sum + count, 0);
}
