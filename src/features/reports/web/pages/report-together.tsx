import { useQuery } from "@tanstack/react-query";
import { useMe } from "#web/api/me.ts";
import { OfflineNote } from "#web/ui/autosave-note.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { SmallForm } from "../parts/small-form.tsx";
import { smallList } from "../parts/small-offer.tsx";
import "../parts/report.css";
import "./report-together.css";

/** Small things reported in one go: tick what is done, say it in a word, send. */
export default function ReportTogetherPage() {
  const { territoryId, organisationId } = useMe().current;
  const small = useQuery({ ...smallList(territoryId, organisationId), staleTime: 0 });
  return (
    <div className="report-page together">
      <OfflineNote />
      <PageHeader
        title="Отметить сделанное списком"
        back={{ to: "/todo", label: "Что нужно сделать" }}
        lead={
          small.data?.rows.length === 0
            ? undefined
            : typeset(
                "Здесь мероприятия, которым не нужны ни числа, ни документы. По каждому отмеченному уйдёт свой отчёт.",
              )
        }
      />
      <Loaded query={small} title="Список не открылся">
        {(list) =>
          list.rows.length === 0 ? (
            <div className="none">
              <EmptyState title="Отмечать списком сейчас нечего">
                {typeset("Остальным мероприятиям нужны числа или документ: о них отчитываются по одному.")}
              </EmptyState>
            </div>
          ) : (
            <SmallForm list={list} />
          )
        }
      </Loaded>
    </div>
  );
}
