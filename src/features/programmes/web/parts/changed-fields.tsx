import type { DifferenceRow } from "../../model/redaction-difference.ts";
import { MarkedWords } from "./marked-words.tsx";

interface ChangedFieldsProps {
  readonly fields: DifferenceRow["fields"];
  readonly className?: string;
}

/** Names of fields, and their words with what changed marked. */
export function ChangedFields({ fields, className }: ChangedFieldsProps) {
  if (fields.length === 0) return null;
  return (
    <dl className={className}>
      {fields.map(({ name, words }, at) => (
        // several sections may have other titles: a name is no key
        <div key={at}>
          <dt>{name}</dt>
          <dd>
            <MarkedWords words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
