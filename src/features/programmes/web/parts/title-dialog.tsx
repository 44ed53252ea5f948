import { useState } from "react";
import { fieldProblem, problemText } from "#web/api/problem.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { TextArea, TextField } from "#web/ui/text-field.tsx";
import { numberAfter } from "../../model/outline.ts";
import type { ProgrammeTable } from "../../model/seen.ts";
import { currentOf, useEdit, type ProgrammeEdit } from "../use-edit.ts";
import type { Panel } from "./panel.ts";

type TitlePanel = Extract<Panel, { kind: "addRoadmap" | "editRoadmap" | "addSection" | "editSection" }>;

const HEAD: Readonly<Record<TitlePanel["kind"], string>> = {
  addRoadmap: "Новая дорожная карта",
  editRoadmap: "Название дорожной карты",
  addSection: "Новый раздел",
  editSection: "Раздел",
};

export interface TitleDialogProps {
  readonly panel: TitlePanel;
  readonly table: ProgrammeTable;
  readonly onClose: () => void;
}

/** The words of a roadmap or a section, and a section's number. */
export function TitleDialog({ panel, table, onClose }: TitleDialogProps) {
  const edit = useEdit({ onDone: onClose, ownProblems: true });
  const [title, setTitle] = useState(titleOf(panel));
  const [number, setNumber] = useState(numberOf(panel, table));
  const isSection = panel.kind === "addSection" || panel.kind === "editSection";
  const isNew = panel.kind === "addRoadmap" || panel.kind === "addSection";
  const current = currentOf<{ readonly version: number; readonly title: string; readonly number?: string }>(edit.error);
  const send = () => edit.send(editOf(panel, title, number, current?.version));
  return (
    <Dialog
      opened
      onClose={onClose}
      title={HEAD[panel.kind]}
      actions={
        <>
          <Button kind="primary" busy={edit.isPending} onClick={send}>
            {isNew ? "Добавить" : "Сохранить"}
          </Button>
          <Button onClick={onClose}>Отменить</Button>
        </>
      }
    >
      <div className="form-gap">
        {isSection && (
          <TextField
            label="Номер"
            optional
            value={number}
            onChange={setNumber}
            error={fieldProblem(edit.error, "number")}
          />
        )}
        <TextArea
          label="Название"
          rows={2}
          value={title}
          onChange={setTitle}
          error={fieldProblem(edit.error, "title")}
          data-autofocus
          onFocus={(event) => panel.kind === "addRoadmap" && title === NEW_ROADMAP && event.currentTarget.select()}
        />
        {edit.error && !fieldProblem(edit.error, "title") && !fieldProblem(edit.error, "number") && (
          <FieldError>
            {current
              ? `Пока вы правили, название изменил другой человек. Сейчас там: «${[current.number, current.title].filter(Boolean).join(" ")}». «Сохранить» запишет ваш вариант.`
              : problemText(edit.error)}
          </FieldError>
        )}
      </div>
    </Dialog>
  );
}

/** Proposed and selected: typing replaces it. */
const NEW_ROADMAP = "Дорожная карта";

function titleOf(panel: TitlePanel): string {
  if (panel.kind === "editRoadmap") return panel.roadmap.title;
  if (panel.kind === "editSection") return panel.section.title;
  return panel.kind === "addRoadmap" ? NEW_ROADMAP : "";
}

/** The next number among all sections of the place: the panel's own roadmap may be narrowed by a filter. */
function numberOf(panel: TitlePanel, table: ProgrammeTable): string {
  if (panel.kind === "editSection") return panel.section.number;
  if (panel.kind !== "addSection") return "";
  const { parent } = panel;
  const roadmap = table.roadmaps.find((one) => one.id === panel.roadmap.id) ?? panel.roadmap;
  const siblings = roadmap.sections.filter((section) => section.parentId === (parent?.id ?? null));
  const first = parent === null && roadmap.sections.length === 0 ? "1" : "";
  return (
    numberAfter(
      siblings.map((section) => section.number),
      parent?.number ?? "",
    ) || first
  );
}

/** `over`: the version that a refusal has shown; without it the one that the panel was opened with. */
function editOf(panel: TitlePanel, title: string, number: string, over?: number): ProgrammeEdit {
  switch (panel.kind) {
    case "addRoadmap":
      return { path: "/roadmaps", body: { title } };
    case "editRoadmap":
      return {
        path: `/roadmaps/${panel.roadmap.id}`,
        method: "PATCH",
        body: { version: over ?? panel.roadmap.version, title },
      };
    case "addSection":
      return {
        path: "/sections",
        body: { roadmapId: panel.roadmap.id, parentId: panel.parent?.id ?? null, number, title },
      };
    case "editSection":
      return {
        path: `/sections/${panel.section.id}`,
        method: "PATCH",
        body: { version: over ?? panel.section.version, number, title },
      };
  }
}
