import { useState } from "react";
import { Link } from "react-router";
import type { TerritoryView } from "#features/places/model/contract.ts";
import { TIME_ZONES } from "#features/places/model/time-zones.ts";
import { fieldProblem } from "#web/api/problem.ts";
import { useWrite } from "#web/api/query.ts";
import { request } from "#web/api/request.ts";
import { useWriteOver } from "#web/api/write-over.ts";
import { Button } from "#web/ui/button.tsx";
import { DataTable } from "#web/ui/data-table.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Refusal } from "#web/ui/refusal.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useTerritories } from "../api.ts";
import "../parts/places.css";

/** The municipalities of a region. */
export default function Territories() {
  const territories = useTerritories();
  const [edited, setEdited] = useState<TerritoryView | "new" | null>(null);
  const region = territories.data?.find((one) => one.kind === "region");
  return (
    <div className="places">
      <PageHeader
        title="Муниципалитеты"
        {...(region && { lead: region.name })}
        actions={
          region?.can.addMunicipality && (
            <Button kind="primary" icon="plus" onClick={() => setEdited("new")}>
              Добавить
            </Button>
          )
        }
      />
      <Loaded query={territories} title="Список не открылся">
        {(all) => {
          const rows = all.filter((one) => one.kind === "municipality");
          return rows.length === 0 ? (
            <EmptyState title="Муниципалитетов пока нет">
              Добавьте первый, затем пригласите в него администратора на странице «Люди».
            </EmptyState>
          ) : (
            <TerritoryTable rows={rows} onEdit={setEdited} />
          );
        }}
      </Loaded>
      {edited !== null && (
        <TerritoryDialog
          territory={edited === "new" ? null : (territories.data?.find((one) => one.id === edited.id) ?? edited)}
          parentId={region?.id ?? ""}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function TerritoryTable({
  rows,
  onEdit,
}: {
  readonly rows: readonly TerritoryView[];
  readonly onEdit: (territory: TerritoryView) => void;
}) {
  const edits = rows.some((row) => row.can.edit);
  const administers = rows.some((row) => row.can.administer);
  return (
    <DataTable label="Муниципалитеты" className="stack">
      <thead>
        <tr>
          <th>Муниципалитет</th>
          <th>Часовой пояс</th>
          <th className="n">Организаций</th>
          {administers && <th>Люди</th>}
          {edits && (
            <th>
              <span className="visually-hidden">Действия</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="wide">
              {row.name}
              {row.shortName !== row.name && <span className="second">{row.shortName}</span>}
            </td>
            <td className="m">{TIME_ZONES.find(({ zone }) => zone === row.timeZone)?.name ?? row.timeZone}</td>
            <td className="n" data-label="организаций">
              <Link to={`/organisations?territory=${row.id}`}>{row.organisations}</Link>
            </td>
            {administers && <td>{row.can.administer && <Link to={`/people?territory=${row.id}`}>люди</Link>}</td>}
            {edits && (
              <td className="n end">
                {row.can.edit && (
                  <Button size="small" onClick={() => onEdit(row)}>
                    Изменить
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function TerritoryDialog({
  territory,
  parentId,
  onClose,
}: {
  readonly territory: TerritoryView | null;
  readonly parentId: string;
  readonly onClose: () => void;
}) {
  const [form, setForm] = useState({
    name: territory?.name ?? "",
    shortName: territory?.shortName ?? "",
    timeZone: territory?.timeZone ?? "Europe/Moscow",
  });
  const over = useWriteOver(territory?.version ?? null);
  const save = useWrite(
    (_: void, key) =>
      territory
        ? over((version) =>
            request<unknown>(`/api/territories/${territory.id}`, { method: "PATCH", key, body: { ...form, version } }),
          )
        : request<unknown>("/api/territories", { method: "POST", key, body: { ...form, parentId } }),
    { refresh: [["territories"], ["session"]], onDone: onClose },
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={territory ? "Муниципалитет" : "Новый муниципалитет"}
      actions={
        <>
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>
            Сохранить
          </Button>
          <Button onClick={onClose}>Отмена</Button>
        </>
      }
    >
      <TextField
        label="Полное название"
        value={form.name}
        onChange={(name) => setForm((now) => ({ ...now, name }))}
        error={fieldProblem(save.error, "name")}
      />
      <TextField
        label="Краткое название"
        value={form.shortName}
        onChange={(shortName) => setForm((now) => ({ ...now, shortName }))}
        error={fieldProblem(save.error, "shortName")}
      />
      <SelectField
        label="Часовой пояс"
        hint="По нему считаются дни сдачи"
        options={TIME_ZONES.map(({ zone, name }) => ({ value: zone, label: name }))}
        value={form.timeZone}
        onChange={(timeZone) => timeZone && setForm((now) => ({ ...now, timeZone }))}
        error={fieldProblem(save.error, "timeZone")}
      />
      <Refusal error={save.error} names={{ name: "Полное название", shortName: "Краткое название" }} />
    </Dialog>
  );
}
