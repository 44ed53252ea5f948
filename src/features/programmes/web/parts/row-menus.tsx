import { Menu } from "@mantine/core";
import { IconButton } from "#web/ui/button.tsx";
import { DropMenu } from "#web/ui/drop-menu.tsx";
import type { MeasureSeen, RoadmapSeen, SectionSeen } from "../../model/seen.ts";
import { useEdit } from "../use-edit.ts";
import { neighbours } from "./neighbours.ts";
import type { Panel } from "./panel.ts";

interface RowAction {
  readonly label: string;
  readonly onClick: () => void;
  /** keys that do the same */
  readonly keys?: string;
}

/** What can be done with a row, behind three dots. */
function RowMenu({ label, actions }: { readonly label: string; readonly actions: readonly RowAction[] }) {
  return (
    <DropMenu from="end">
      <Menu.Target>
        <IconButton icon="more" label={label} />
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.label}
            onClick={action.onClick}
            rightSection={action.keys && <span className="q sm only-desktop">{action.keys}</span>}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </DropMenu>
  );
}

interface MeasureMenuProps {
  readonly measure: MeasureSeen;
  readonly roadmap: RoadmapSeen;
  readonly onPanel: (panel: Panel) => void;
}

export function MeasureMenu({ measure, roadmap, onPanel }: MeasureMenuProps) {
  const edit = useEdit();
  const { up, down } = neighbours(roadmap.measures, measure, (one) => one.sectionId);
  const move = (beforeId: string | null) =>
    edit.send({
      path: `/measures/${measure.id}/move`,
      body: { version: measure.version, roadmapId: roadmap.id, sectionId: measure.sectionId, beforeId },
    });
  return (
    <RowMenu
      label={`Действия с мероприятием ${measure.number || measure.title}`}
      actions={[
        { label: "Править", keys: "E", onClick: () => onPanel({ kind: "editMeasure", measure }) },
        ...(up ? [{ label: "Выше", keys: "Alt ↑", onClick: () => move(up.beforeId) }] : []),
        ...(down ? [{ label: "Ниже", keys: "Alt ↓", onClick: () => move(down.beforeId) }] : []),
        { label: "Перенести в другой раздел", onClick: () => onPanel({ kind: "moveMeasure", measure }) },
        {
          label: measure.closed ? "Открыть снова" : "Закрыть мероприятие",
          onClick: () =>
            edit.send({
              path: `/measures/${measure.id}/close`,
              body: { version: measure.version, closed: !measure.closed },
            }),
        },
      ]}
    />
  );
}

interface SectionMenuProps {
  readonly section: SectionSeen;
  readonly roadmap: RoadmapSeen;
  readonly onPanel: (panel: Panel) => void;
}

export function SectionMenu({ section, roadmap, onPanel }: SectionMenuProps) {
  const edit = useEdit();
  const { up, down } = neighbours(roadmap.sections, section, (one) => one.parentId);
  const move = (beforeId: string | null) =>
    edit.send({
      path: `/sections/${section.id}/move`,
      body: { version: section.version, parentId: section.parentId, beforeId },
    });
  return (
    <RowMenu
      label={`Действия с разделом ${section.number || section.title}`}
      actions={[
        { label: "Добавить мероприятие", onClick: () => onPanel({ kind: "addMeasure", roadmap, section }) },
        { label: "Добавить раздел внутри", onClick: () => onPanel({ kind: "addSection", roadmap, parent: section }) },
        { label: "Править", onClick: () => onPanel({ kind: "editSection", roadmap, section }) },
        ...(up ? [{ label: "Выше", onClick: () => move(up.beforeId) }] : []),
        ...(down ? [{ label: "Ниже", onClick: () => move(down.beforeId) }] : []),
        { label: "Перенести", onClick: () => onPanel({ kind: "moveSection", roadmap, section }) },
        section.closed
          ? {
              label: "Открыть снова",
              onClick: () =>
                edit.send({ path: `/sections/${section.id}/close`, body: { version: section.version, closed: false } }),
            }
          : { label: "Закрыть с мероприятиями…", onClick: () => onPanel({ kind: "closeSection", roadmap, section }) },
      ]}
    />
  );
}

export function RoadmapMenu({
  roadmap,
  onPanel,
}: {
  readonly roadmap: RoadmapSeen;
  readonly onPanel: (panel: Panel) => void;
}) {
  return (
    <RowMenu
      label={`Действия с дорожной картой ${roadmap.title}`}
      actions={[
        { label: "Добавить раздел", onClick: () => onPanel({ kind: "addSection", roadmap, parent: null }) },
        { label: "Добавить мероприятие", onClick: () => onPanel({ kind: "addMeasure", roadmap, section: null }) },
        { label: "Переименовать", onClick: () => onPanel({ kind: "editRoadmap", roadmap }) },
      ]}
    />
  );
}
