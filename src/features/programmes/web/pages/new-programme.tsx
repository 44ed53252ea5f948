import { useState } from "react";
import { useNavigate } from "react-router";
import { useDraft } from "#web/api/draft.ts";
import { useMe } from "#web/api/me.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { AutosaveNote } from "#web/ui/autosave-note.tsx";
import { Button, ButtonLink } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { bodyOf, emptyPassport, type PassportDraft } from "../parts/passport-draft.ts";
import { PassportForm } from "../parts/passport-form.tsx";
import { useChoices } from "../queries.ts";

const DRAFT_SHAPE = 1;
const TERRITORY = "territory";

/** A programme made from nothing: its passport first, then the page of its roadmaps. */
export default function NewProgrammePage() {
  const { territoryId, organisationId } = useMe().current;
  const navigate = useNavigate();
  const choices = useChoices(territoryId);
  const draft = useDraft<PassportDraft>({
    key: `programme/new/${territoryId}`,
    version: DRAFT_SHAPE,
    initial: emptyPassport,
  });
  const owners = choices.data?.owners ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const fallback = owners.find((owner) => owner.id === organisationId) ?? owners[0];
  const owner = chosen ?? (fallback?.id === null ? TERRITORY : (fallback?.id ?? TERRITORY));
  const write = useWrite(
    (body: object, key) => request<{ id: string }>("/api/programmes", { method: "POST", body, key }),
    {
      refresh: [["programmes"]],
      onDone: ({ id }) => {
        draft.clear();
        void navigate(`/programmes/${territoryId}/${id}/measures`);
      },
    },
  );
  return (
    <>
      <PageHeader title="Новая программа" back={{ to: "/programmes", label: "Программы" }} />
      <PassportForm
        draft={draft.value}
        onChange={(part) => draft.set((now) => ({ ...now, ...part }))}
        choices={choices.data}
        problem={write.error}
        officerFallback="вы, если не выбрать другого"
        onSend={() =>
          write.mutate({ territoryId, ownerOrganisationId: owner === TERRITORY ? null : owner, ...bodyOf(draft.value) })
        }
        actions={
          <>
            <Button type="submit" kind="primary" size="large" busy={write.isPending}>
              Создать черновик
            </Button>
            <ButtonLink to="/programmes" kind="ghost" size="large">
              Отменить
            </ButtonLink>
            <AutosaveNote savedAt={draft.savedAt} />
          </>
        }
      >
        {owners.length > 1 && (
          <SelectField
            label="Чья программа"
            value={owner}
            options={owners.map((one) => ({ value: one.id ?? TERRITORY, label: one.name }))}
            onChange={setChosen}
          />
        )}
      </PassportForm>
    </>
  );
}
