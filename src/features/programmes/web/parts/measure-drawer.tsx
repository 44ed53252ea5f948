import { Drawer } from "@mantine/core";
import { useEffect } from "react";
import { useDraft } from "#web/api/draft.ts";
import { AutosaveNote } from "#web/ui/autosave-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { ErrorSummary } from "#web/ui/error-summary.tsx";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { floatTarget } from "#web/ui/float-target.ts";
import type { MeasureSeen, RoadmapSeen, SectionSeen } from "../../model/seen.ts";
import { currentOf, useEdit } from "../use-edit.ts";
import { takeOfferAway } from "../undo-offer.ts";
import { bodyOf, draftOf, newDraft, type MeasureDraft } from "./measure-draft.ts";
import { MeasureFields } from "./measure-fields.tsx";
import "./measure-drawer.css";

export interface MeasureDrawerProps {
  readonly territoryId: string;
  readonly years: readonly number[];
  readonly yearKind: "calendar" | "school";
  /** the measure that is changed … */
  readonly measure?: MeasureSeen;
  /** … or where a new one is added */
  readonly place?: { readonly roadmap: RoadmapSeen; readonly section: SectionSeen | null };
  readonly onClose: () => void;
}

const DRAFT_SHAPE = 1;

/** Everything of a measure in one form beside the table; what is typed is kept on this device until it is saved. */
export function MeasureDrawer(props: MeasureDrawerProps) {
  const { measure, place, onClose } = props;
  useEffect(takeOfferAway, []);
  const name = measure ? `Мероприятие ${measure.number}` : "Новое мероприятие";
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={680}
      title={name}
      closeButtonProps={{ "aria-label": "Закрыть" }}
      overlayProps={{ backgroundOpacity: 0.3 }}
      transitionProps={{ duration: 120 }}
      portalProps={floatTarget()}
      classNames={{ content: "measure-drawer", inner: "measure-drawer-inner" }}
    >
      <Form key={measure?.id ?? place?.section?.id ?? place?.roadmap.id} {...props} />
    </Drawer>
  );
}

function Form({ territoryId, years, yearKind, measure, place, onClose }: MeasureDrawerProps) {
  const key = measure
    ? `measure/${measure.id}/${measure.version}`
    : `measure/new/${place?.section?.id ?? place?.roadmap.id}`;
  const draft = useDraft<MeasureDraft>({
    key,
    version: DRAFT_SHAPE,
    initial: measure ? draftOf(measure) : newDraft(place!.roadmap, place!.section),
  });
  const edit = useEdit({
    ownProblems: true,
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const send = (version?: number) =>
    edit.send(
      measure
        ? {
            path: `/measures/${measure.id}`,
            method: "PATCH",
            body: { version: version ?? measure.version, ...bodyOf(draft.value) },
          }
        : {
            path: "/measures",
            body: { roadmapId: place!.roadmap.id, sectionId: place!.section?.id ?? null, ...bodyOf(draft.value) },
          },
    );
  const fields = edit.error instanceof ApiProblem ? edit.error.fields : {};
  const current = currentOf<MeasureSeen>(edit.error);
  return (
    <form
      className="form-gap"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {Object.keys(fields).length > 0 && (
        <ErrorSummary
          title="Поправьте отмеченное, и мероприятие сохранится"
          errors={Object.entries(fields).map(([field, text]) => ({ field: `measure-${field}`, text }))}
        />
      )}
      {current ? (
        <div className="remark" role="alert">
          <p>{problemText(edit.error)}</p>
          <p>
            Сейчас там: <b>{[current.number, current.title].filter(Boolean).join(" ")}</b>
            {current.dueText && `, срок «${current.dueText}»`}.
          </p>
          <div className="bt">
            <Button size="small" onClick={() => send(current.version)}>
              Сохранить мой вариант
            </Button>
            <Button
              size="small"
              kind="ghost"
              onClick={() => {
                draft.clear();
                onClose();
              }}
            >
              Оставить чужой
            </Button>
          </div>
        </div>
      ) : (
        edit.error && Object.keys(fields).length === 0 && <p className="late">{problemText(edit.error)}</p>
      )}
      <MeasureFields
        territoryId={territoryId}
        years={years}
        yearKind={yearKind}
        value={draft.value}
        onChange={(part) => draft.set((now) => ({ ...now, ...part }))}
        problemOf={(field) => fields[field]}
      />
      <div className="drawer-act">
        <Button type="submit" kind="primary" busy={edit.isPending}>
          {measure ? "Сохранить" : "Добавить мероприятие"}
        </Button>
        <Button kind="ghost" onClick={onClose}>
          Закрыть
        </Button>
        <AutosaveNote savedAt={draft.savedAt} />
      </div>
    </form>
  );
}
