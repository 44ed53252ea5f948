import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate, useNavigate } from "react-router";
import { problemText } from "#web/api/problem.ts";
import { useDraft } from "#web/api/draft.ts";
import { AutosaveNote } from "#web/ui/autosave-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { PageSkeleton } from "#web/ui/skeleton.tsx";
import type { ProgrammePage } from "../../model/seen.ts";
import { bodyOf, passportOf, type PassportDraft } from "../parts/passport-draft.ts";
import { PassportForm } from "../parts/passport-form.tsx";
import { useProgrammePlace } from "../place.ts";
import { programmeQuery, useChoices } from "../queries.ts";
import { currentOf, useEdit } from "../use-edit.ts";

const DRAFT_SHAPE = 1;

/** The passport under edit; saved as one change that can be undone. */
export default function EditPassportPage() {
  const place = useProgrammePlace();
  const programme = useQuery(programmeQuery(place));
  return (
    <Loaded query={programme} title="Паспорт не открылся" skeleton={<PageSkeleton />}>
      {(page) => (page.can.edit ? <Edit key={page.id} page={page} /> : <Navigate to={place.page} replace />)}
    </Loaded>
  );
}

function Edit({ page }: { readonly page: ProgrammePage }) {
  const place = useProgrammePlace();
  const navigate = useNavigate();
  const choices = useChoices(place.territoryId);
  // the programme is read anew in the background: the form is still of the version it was filled from
  const [filledFrom] = useState(page.version);
  const draft = useDraft<PassportDraft>({
    key: `programme/${page.id}/${filledFrom}`,
    version: DRAFT_SHAPE,
    initial: passportOf(page),
  });
  const edit = useEdit({
    ownProblems: true,
    onDone: () => {
      draft.clear();
      void navigate(place.page);
    },
  });
  const current = currentOf<ProgrammePage>(edit.error);
  const send = (version: number) =>
    edit.send({ path: "", method: "PATCH", body: { version, ...bodyOf(draft.value, page.passport) } });
  return (
    <>
      <PageHeader title="Паспорт программы" back={{ to: place.page, label: page.shortTitle || page.title }} />
      {current && (
        <div className="remark" role="alert">
          <p>{problemText(edit.error)}</p>
          <p>
            Сейчас там: <b>{current.title}</b>.
          </p>
          <Button size="small" onClick={() => send(current.version)}>
            Сохранить мой вариант
          </Button>
        </div>
      )}
      <PassportForm
        draft={draft.value}
        onChange={(part) => draft.set((now) => ({ ...now, ...part }))}
        choices={choices.data}
        problem={current ? undefined : edit.error}
        onSend={() => send(filledFrom)}
        actions={
          <>
            <Button type="submit" kind="primary" size="large" busy={edit.isPending}>
              Сохранить
            </Button>
            <Button
              kind="ghost"
              size="large"
              onClick={() => {
                draft.clear();
                void navigate(place.page);
              }}
            >
              Отменить
            </Button>
            <AutosaveNote savedAt={draft.savedAt} />
          </>
        }
      />
    </>
  );
}
