import { useQuery } from "@tanstack/react-query";
import type { PaperList } from "#features/papers/model/contract.ts";
import { request } from "#web/api/request.ts";
import { IconButton } from "#web/ui/button.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { Link } from "react-router";

export interface PapersFieldProps {
  readonly territoryId: string;
  readonly paperIds: readonly string[];
  readonly onChange: (paperIds: readonly string[]) => void;
}

/** Registered papers that the measure cites. */
export function PapersField({ territoryId, paperIds, onChange }: PapersFieldProps) {
  const papers = useQuery({
    queryKey: ["papers", "choice", territoryId],
    queryFn: ({ signal }) => request<PaperList>("/api/papers", { query: { territoryId }, signal }),
  });
  const items = papers.data?.items ?? [];
  const nameOf = (id: string) => items.find((paper) => paper.id === id);
  return (
    <FieldGroup label="Документы" optional>
      <div className="sub-rows">
        {paperIds.map((id) => {
          const paper = nameOf(id);
          return (
            <div key={id} className="sub-block" style={{ paddingBottom: 8 }}>
              <div className="line">
                <span className="dense">{paper ? `${paper.name}. ${paper.title}` : "Документ из списка"}</span>
                <IconButton
                  icon="close"
                  label={`Убрать документ ${paper?.name ?? ""}`}
                  onClick={() => onChange(paperIds.filter((each) => each !== id))}
                />
              </div>
            </div>
          );
        })}
        <SelectField
          label="Сослаться на документ"
          value={null}
          options={items
            .filter((paper) => !paperIds.includes(paper.id))
            .map((paper) => ({ value: paper.id, label: `${paper.name}. ${paper.title}` }))}
          onChange={(id) => id && onChange([...paperIds, id])}
        />
        <p className="sm q">
          Нужного нет в списке? <Link to="/papers/new">Зарегистрируйте его</Link>, набранное здесь сохранится.
        </p>
      </div>
    </FieldGroup>
  );
}
