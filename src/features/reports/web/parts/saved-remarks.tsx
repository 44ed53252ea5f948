import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { shortened } from "#shared/cut-text.ts";
import { problemText } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { Button } from "#web/ui/button.tsx";
import { showNotice } from "#web/ui/notice.tsx";
import type { SavedRemark } from "../../model/saved-remark.ts";
import { RemarksDialog } from "./remarks-dialog.tsx";

/** What reports are most often returned for, until the checkers have remarks of their own. */
const REASONS = [
  "Нет подтверждения.",
  "Документ без подписи или даты.",
  "Не сказано, кто участвовал.",
  "Числа расходятся с документом.",
] as const;

/** buttons beside the remark; the rest stands behind «Сохранённые замечания» */
const OFFERED = 6;
/** letters of a remark on its button */
const ON_BUTTON = 44;

export interface RemarkPlace {
  readonly territoryId: string;
  /** whose own programme the report is for; null: the territory's */
  readonly organisationId: string | null;
}

export interface SavedRemarksProps {
  readonly place: RemarkPlace;
  /** the remark as typed so far */
  readonly typed: string;
  /** puts the words into the remark; `id` where they are a saved one */
  readonly onInsert: (text: string, id: string | null) => void;
}

/** Remarks that a press puts into the one being written, those used most first; what is typed is kept for the next time. */
export function SavedRemarks({ place, typed, onInsert }: SavedRemarksProps) {
  const [opened, setOpened] = useState(false);
  const saved = useQuery({
    queryKey: ["remarks", place.territoryId, place.organisationId],
    queryFn: ({ signal }) =>
      request<SavedRemark[]>("/api/remarks", {
        query: { territoryId: place.territoryId, organisationId: place.organisationId ?? undefined },
        signal,
      }),
  });
  const keep = useWrite<string, SavedRemark>(
    (text, key) => request("/api/remarks", { method: "POST", body: { ...place, text }, key }),
    {
      refresh: [["remarks"]],
      onDone: () => showNotice("Замечание сохранено для следующих проверок"),
    },
  );
  const own = saved.data ?? [];
  const offered = [
    ...own.map(({ id, text }) => ({ id, text })),
    ...REASONS.filter((text) => !own.some((one) => one.text === text)).map((text) => ({ id: null, text })),
  ].slice(0, OFFERED);
  const text = typed.trim();
  const isNew = text !== "" && saved.isSuccess && ![...own, ...offered].some((one) => one.text === text);
  return (
    <>
      <div className="reasons">
        {offered.map((one) => (
          <Button key={one.text} size="small" title={one.text} onClick={() => onInsert(one.text, one.id)}>
            {shortened(one.text.replace(/\.$/, ""), ON_BUTTON)}
          </Button>
        ))}
      </div>
      <p className="sm remark-acts">
        {isNew && (
          <button
            type="button"
            className="link-button"
            aria-disabled={keep.isPending || undefined}
            onClick={() => !keep.isPending && keep.mutate(text)}
          >
            Сохранить замечание
          </button>
        )}
        {own.length > 0 && (
          <button type="button" className="link-button" onClick={() => setOpened(true)}>
            Сохранённые замечания
          </button>
        )}
        {keep.isError && <span role="alert">{problemText(keep.error)}</span>}
      </p>
      <RemarksDialog
        remarks={own}
        opened={opened}
        onClose={() => setOpened(false)}
        onInsert={(one) => {
          setOpened(false);
          onInsert(one.text, one.id);
        }}
      />
    </>
  );
}
