import { IconButton } from "#web/ui/button.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { Link } from "react-router";
import { paperLabel, usePaperSearch, usePapersById } from "./paper-search.ts";

export interface PapersFieldProps {
  readonly territoryId: string;
  readonly paperIds: readonly string[];
  readonly onChange: (paperIds: readonly string[]) => void;
}

/** Registered papers that the measure cites. */
export function PapersField({ territoryId, paperIds, onChange }: PapersFieldProps) {
  const { found, search } = usePaperSearch(territoryId);
  const cited = usePapersById(territoryId, paperIds);
  return (
    <FieldGroup label="Документы" optional>
      <div className="sub-rows">
        {paperIds.map((id) => {
          const paper = cited.get(id);
          return (
            <div key={id} className="sub-block" style={{ paddingBottom: 8 }}>
              <div className="line">
                <span className="dense">{paper ? typeset(paperLabel(paper)) : "…"}</span>
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
          hint="Ищите по номеру или словам из названия"
          placeholder="Найти документ"
          options={found
            .filter((paper) => !paperIds.includes(paper.id))
            .map((paper) => ({ value: paper.id, label: paperLabel(paper) }))}
          onSearch={search}
          onChange={(id) => id && onChange([...paperIds, id])}
        />
        <p className="sm q">
          Нужного нет в списке? <Link to="/papers/new">Зарегистрируйте его</Link>, набранное здесь сохранится.
        </p>
      </div>
    </FieldGroup>
  );
}
