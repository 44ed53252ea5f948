import { Drawer } from "@mantine/core";
import { useEffect, useState } from "react";
import { useDraft } from "#web/api/draft.ts";
import { AutosaveNote } from "#web/ui/autosave-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { ErrorSummary } from "#web/ui/error-summary.tsx";
import { ApiProblem, problemText } from "#web/api/problem.ts";
import { floatTarget } from "#web/ui/float-target.ts";
import type { MeasureSeen, RoadmapSeen } from "../../model/seen.ts";
import { useChoices } from "../queries.ts";
import { currentOf, useEdit } from "../use-edit.ts";
import { clearNotices } from "../undo-offer.ts";
import { bodyOf, draftOf, newDraft, type MeasureDraft } from "./measure-draft.ts";
import { MeasureFields } from "./measure-fields.tsx";
import { numberIn, placesIn, type Place } from "./measure-places.ts";
import { typedParties } from "./typed-parties.ts";
import { stopsAtUnread } from "./unread-field.ts";
import "./measure-drawer.css";

export interface MeasureDrawerProps {
  readonly territoryId: string;
  readonly years: readonly number[];
  readonly yearKind: "calendar" | "school";
  /** the measure that is changed … */
  readonly measure?: MeasureSeen;
  /** … or where a new one is added */
  readonly added?: { readonly roadmaps: readonly RoadmapSeen[]; readonly place: Place };
  readonly onClose: () => void;
}

const DRAFT_SHAPE = 2;

/** Everything of a measure in one form beside the table; what is typed is kept on this device until it is saved. */
export default function MeasureDrawer(props: MeasureDrawerProps) {
  const { measure, added, onClose } = props;
  useEffect(clearNotices, []);
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
      <Form key={measure?.id ?? added?.place.value} {...props} />
    </Drawer>
  );
}

function Form({ territoryId, years, yearKind, measure, added, onClose }: MeasureDrawerProps) {
  // the table is read anew in the background: the form is still of the version it was filled from
  const [filledFrom] = useState(measure?.version);
  const key = measure ? `measure/${measure.id}/${filledFrom}` : `measure/new/${added!.place.value}`;
  const draft = useDraft<MeasureDraft>({
    key,
    version: DRAFT_SHAPE,
    initial: measure ? draftOf(measure) : newDraft(added!.place, numberIn(added!.roadmaps, added!.place)),
  });
  const choices = useChoices(territoryId).data;
  const [unread, setUnread] = useState<string>();
  const edit = useEdit({
    ownProblems: true,
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const places = added ? placesIn(added.roadmaps) : [];
  // a section may have been closed while the draft lay on this device
  const place = places.find((one) => one.value === draft.value.place) ?? added?.place;
  const change = (part: Partial<MeasureDraft>) => {
    if (part.partiesText !== undefined) setUnread(undefined);
    draft.set((now) => ({ ...now, ...part }));
  };
  /** Another section brings its own next number, unless the number was typed. */
  const move = (value: string) => {
    const next = places.find((one) => one.value === value);
    if (!next || !place || !added) return;
    const suggested = draft.value.number === numberIn(added.roadmaps, place);
    change({ place: value, ...(suggested && { number: numberIn(added.roadmaps, next) }) });
  };
  const send = (version?: number) => {
    const { partiesText, parties } = draft.value;
    const typed = typedParties(partiesText, choices, territoryId);
    if (typed.rest !== "") {
      setUnread(`Не понято, кто это: «${typed.rest}». Впишите иначе или очистите поле.`);
      document.getElementById("measure-partiesText")?.focus();
      return;
    }
    // who was typed and not added is meant all the same
    const whole: MeasureDraft = { ...draft.value, parties: [...parties, ...typed.parties], partiesText: "" };
    draft.set(whole);
    edit.send(
      measure
        ? {
            path: `/measures/${measure.id}`,
            method: "PATCH",
            body: { version: version ?? filledFrom, ...bodyOf(whole) },
          }
        : {
            path: "/measures",
            body: { roadmapId: place!.roadmapId, sectionId: place!.sectionId, ...bodyOf(whole) },
          },
    );
  };
  const fields = edit.error instanceof ApiProblem ? edit.error.fields : {};
  const current = currentOf<MeasureSeen>(edit.error);
  return (
    <form
      className="form-gap"
      onSubmit={(event) => {
        event.preventDefault();
        if (!stopsAtUnread(event.currentTarget)) send();
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
        onChange={change}
        places={places}
        place={place?.value ?? null}
        onPlace={move}
        unreadParties={unread}
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
