import { CheckField } from "#web/ui/choice-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { mayOpen, type ListKey } from "../../model/lists.ts";

/** What a person says of a view. */
export interface ViewWords {
  readonly name: string;
  readonly shared: boolean;
  readonly opens: boolean;
}

export interface ViewFieldsProps {
  readonly list: ListKey;
  readonly value: ViewWords;
  readonly onChange: (value: ViewWords) => void;
  /** may show it to all; one that is shown may be taken back by its author in any case */
  readonly canShare: boolean;
  readonly error?: string | undefined;
}

/** The name of a view, whether the list begins with it, whether colleagues see it. */
export function ViewFields({ list, value, onChange, canShare, error }: ViewFieldsProps) {
  return (
    <>
      <TextField
        label="Название вида"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={60}
        error={error}
        data-autofocus
      />
      {mayOpen(list) && (
        <CheckField
          label="Открывать список этим видом"
          checked={value.opens}
          onChange={(opens) => onChange({ ...value, opens })}
        />
      )}
      {canShare && (
        <CheckField
          label="Показать всем специалистам"
          checked={value.shared}
          onChange={(shared) => onChange({ ...value, shared })}
        />
      )}
    </>
  );
}
