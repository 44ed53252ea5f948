import { Menu } from "@mantine/core";
import { useEffect, useState, type ReactNode } from "react";
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

/**
 * Three dots of a row. Its menu is made when they are first pressed: a table has as many menus as rows, and a slow device would make them all
 * before it shows the table.
 */
function RowMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [isPressed, setPressed] = useState(false);
  if (isPressed) return children;
  return (
    <IconButton icon="more" label={label} aria-haspopup="menu" aria-expanded={false} onClick={() => setPressed(true)} />
  );
}

interface RowActionsProps {
  readonly label: string;
  readonly actions: readonly RowAction[];
}

/** What can be done with a row; stands open where it was pressed. */
function RowActions({ label, actions }: RowActionsProps) {
  const [isOpen, setOpen] = useState(false);
  // not at once: closed again, the menu gives the focus back to what had it when it opened
  useEffect(() => {
    const frame = requestAnimationFrame(() => setOpen(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <DropMenu from="end" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        {/* the button that was pressed and had the focus stood here */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <IconButton icon="more" label={label} autoFocus />
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

export function MeasureMenu(props: MeasureMenuProps) {
  const { number, title } = props.measure;
  const label = `Действия с мероприятием ${number || title}`;
  return (
    <RowMenu label={label}>
      <MeasureActions label={label} {...props} />
    </RowMenu>
  );
}

function MeasureActions({ label, measure, roadmap, onPanel }: MeasureMenuProps & Pick<RowActionsProps, "label">) {
  const edit = useEdit();
  const { up, down } = neighbours(roadmap.measures, measure, (one) => one.sectionId);
  const move = (beforeId: string | null) =>
    edit.send({
      path: `/measures/${measure.id}/move`,
      body: { version: measure.version, roadmapId: roadmap.id, sectionId: measure.sectionId, beforeId },
    });
  return (
    <RowActions
      label={label}
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

export function SectionMenu(props: SectionMenuProps) {
  const { number, title } = props.section;
  const label = `Действия с разделом ${number || title}`;
  return (
    <RowMenu label={label}>
      <SectionActions label={label} {...props} />
    </RowMenu>
  );
}

function SectionActions({ label, section, roadmap, onPanel }: SectionMenuProps & Pick<RowActionsProps, "label">) {
  const edit = useEdit();
  const { up, down } = neighbours(roadmap.sections, section, (one) => one.parentId);
  const move = (beforeId: string | null) =>
    edit.send({
      path: `/sections/${section.id}/move`,
      body: { version: section.version, parentId: section.parentId, beforeId },
    });
  return (
    <RowActions
      label={label}
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
  const label = `Действия с дорожной картой ${roadmap.title}`;
  return (
    <RowMenu label={label}>
      <RowActions
        label={label}
        actions={[
          { label: "Добавить раздел", onClick: () => onPanel({ kind: "addSection", roadmap, parent: null }) },
          { label: "Добавить мероприятие", onClick: () => onPanel({ kind: "addMeasure", roadmap, section: null }) },
          { label: "Переименовать", onClick: () => onPanel({ kind: "editRoadmap", roadmap }) },
        ]}
      />
    </RowMenu>
  );
}
