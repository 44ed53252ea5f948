import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import type { PaperList } from "#features/papers/model/contract.ts";
import type { DesignationView } from "#features/places/model/contract.ts";
import { DESIGNATION_NAME, DESIGNATIONS } from "#features/places/model/words.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { withChosen } from "#web/ui/searched-words.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const NEW_PAPER = "new";

/** A dated designation of an organisation, resting on a paper: chosen from those registered, or registered here. */
export function DesignationDialog({
  territoryId,
  organisationId,
  designation,
  onClose,
}: {
  readonly territoryId: string;
  readonly organisationId: string;
  readonly designation: DesignationView | null;
  readonly onClose: () => void;
}) {
  const today = localDate(useMe().clock.today);
  const [kind, setKind] = useState<string | null>(designation?.kind ?? null);
  const [from, setFrom] = useState<LocalDate | null>((designation?.from as LocalDate | undefined) ?? today);
  const [to, setTo] = useState<LocalDate | null>((designation?.to ?? null) as LocalDate | null);
  const [paper, setPaper] = useState<string | null>(designation?.paper?.id ?? null);
  const [order, setOrder] = useState({ number: "", title: "", datedOn: null as LocalDate | null });
  const [words, setWords] = useState("");
  const papers = useQuery({
    queryKey: ["papers", "choice", territoryId, words],
    queryFn: ({ signal }) =>
      request<z.infer<typeof PaperList>>("/api/papers", { query: { territoryId, q: words }, signal }),
    placeholderData: (before) => before,
  });
  const own = designation?.paper;
  const [chosen, setChosen] = useState(own ? { value: own.id, label: own.title } : undefined);
  const listed = withChosen(
    (papers.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name}: ${one.title}` })),
    chosen,
  );
  const over = useWriteOver(designation?.version ?? null);
  const save = useWrite(
    async (_: void, key) => {
      const paperId =
        paper === NEW_PAPER
          ? (
              await request<{ id: string }>("/api/papers", {
                method: "POST",
                key: `${key}-paper`,
                body: { territoryId, kind: "directive", ...order, issuerOrganisationId: null, fileId: null },
              })
            ).id
          : paper;
      const fields = { kind, from, to, paperId };
      return designation
        ? over((version) =>
            request(`/api/designations/${designation.id}`, {
              method: "PATCH",
              key,
              body: { ...fields, territoryId, version },
            }),
          )
        : request(`/api/organisations/${organisationId}/designations`, { method: "POST", key, body: fields });
    },
    { refresh: [["organisations"], ["papers"]], onDone: onClose },
  );
  const wrong = (path: string) => fieldProblem(save.error, path);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={designation ? "Статус организации" : "Новый статус"}
      width={560}
      actions={
        <>
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>
            Сохранить
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <SelectField
        label="Статус"
        options={DESIGNATIONS.map((one) => ({ value: one, label: statusLabel(one) }))}
        value={kind}
        onChange={setKind}
        error={wrong("kind")}
      />
      <DateField label="Первый день" today={today} value={from} onChange={setFrom} error={wrong("from")} />
      <DateField
        label="Последний день"
        hint="Пусто: действует, пока не снимут"
        optional
        today={today}
        value={to}
        onChange={setTo}
        error={wrong("to")}
      />
      <SelectField
        label="Документ-основание"
        optional
        hint="Ищите по номеру или названию"
        options={[{ value: NEW_PAPER, label: "Новый приказ…" }, ...listed]}
        onSearch={setWords}
        value={paper}
        onChange={(id) => {
          setPaper(id);
          setChosen(listed.find((one) => one.value === id));
        }}
        error={wrong("paperId")}
      />
      {paper === NEW_PAPER && (
        <>
          <TextField
            label="О чём приказ"
            value={order.title}
            onChange={(title) => setOrder((now) => ({ ...now, title }))}
            error={wrong("title")}
          />
          <TextField
            label="Номер"
            value={order.number}
            onChange={(number) => setOrder((now) => ({ ...now, number }))}
            error={wrong("number")}
          />
          <DateField
            label="Дата приказа"
            today={today}
            value={order.datedOn}
            onChange={(datedOn) => setOrder((now) => ({ ...now, datedOn }))}
            error={wrong("datedOn")}
          />
        </>
      )}
      <Refusal error={save.error} names={{ from: "Первый день", to: "Последний день" }} />
    </Dialog>
  );
}

function statusLabel(kind: (typeof DESIGNATIONS)[number]): string {
  const { short, full } = DESIGNATION_NAME[kind];
  return short === full ? full : `${short}: ${full}`;
}
