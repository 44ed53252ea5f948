import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { addDays, localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Slot } from "#web/slot.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Filters, FilterWord } from "#web/ui/filter-word.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { holdingsOf, type Holders } from "../../model/holders.ts";
import { HandOverDialog } from "../parts/hand-over-dialog.tsx";
import { HoldingRows } from "../parts/holding-rows.tsx";

/** As «Скоро» of the home. */
const NEAR_DAYS = 31;
const MEASURES = ["мероприятие", "мероприятия", "мероприятий"] as const;

/** «Кто чем занят»: first what nobody was given, then each person with what they hold. */
export default function HoldersPage() {
  const { territoryId, organisationId } = useMe().current;
  const holders = useQuery({
    queryKey: ["obligations", "holders", territoryId, organisationId],
    queryFn: ({ signal }) =>
      request<Holders>("/api/obligations/holders", { query: { territoryId, organisationId }, signal }),
  });
  return (
    <Loaded query={holders} title="Список не открылся">
      {(data) => <HoldersList data={data} territoryId={territoryId} />}
    </Loaded>
  );
}

function HoldersList({ data, territoryId }: { readonly data: Holders; readonly territoryId: string }) {
  const [which] = useAddressValue("which", "near");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [handing, setHanding] = useState(false);
  const edge = addDays(localDate(data.today), NEAR_DAYS);
  const near = data.rows.filter((row) => row.dueOn <= edge || row.state === "returned");
  const rows = which === "all" ? data.rows : near;
  const picked = rows.filter((row) => chosen.includes(row.id));
  const holdings = holdingsOf({ rows, people: data.people });
  const busy = holdings.filter((one) => one.rows.length > 0);
  const free = holdings.flatMap((one) => (one.rows.length === 0 && one.person ? [one.person.name] : []));
  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((now) => (on ? [...new Set([...now, ...ids])] : now.filter((id) => !ids.includes(id))));
  return (
    <>
      <Filters>
        <FilterWord
          name="which"
          label="Показаны"
          options={[
            { value: "near", label: "просроченное и ближайший месяц" },
            { value: "all", label: "всё на год вперёд" },
          ]}
        />
        {data.people.length > 0 && <Slot name="how-to" facts={{ section: "hand-over" }} />}
        <span className="r">
          <Button kind="ghost" size="small" icon="print" onClick={() => window.print()}>
            Печать
          </Button>
        </span>
      </Filters>
      {busy.length === 0 ? (
        <EmptyState title="Сейчас сдавать нечего">
          {data.rows.length > 0
            ? typeset("Дальние сроки видны, если выбрать «всё на год вперёд».")
            : typeset("Когда появятся новые сроки, их можно будет раздать здесь.")}
        </EmptyState>
      ) : (
        busy.map((holding) => (
          <HoldingRows
            key={holding.person?.id ?? "nobody"}
            holding={holding}
            here={data}
            chosen={chosen}
            onToggle={data.people.length > 0 ? toggle : undefined}
          />
        ))
      )}
      {free.length > 0 && busy.length > 0 && (
        <p className="free q">{typeset(`Ничего не передано: ${free.join(", ")}.`)}</p>
      )}
      {picked.length > 0 && (
        <div className="hand-bar">
          <Button kind="primary" onClick={() => setHanding(true)}>
            Передать: {picked.length}
          </Button>
          <Button kind="ghost" onClick={() => setChosen([])}>
            Снять отметки
          </Button>
          <output className="sm q">Отмечено: {counted(picked.length, MEASURES)}</output>
        </div>
      )}
      {handing && (
        <HandOverDialog
          territoryId={territoryId}
          people={data.people}
          rows={picked}
          onClose={() => setHanding(false)}
          onHanded={() => {
            setHanding(false);
            setChosen([]);
          }}
        />
      )}
    </>
  );
}
