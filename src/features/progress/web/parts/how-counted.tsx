import type { FormulaEdition } from "#domain/formulas/edition.ts";
import { typeset } from "#web/ui/typeset.ts";
import "./how-counted.css";

/** The rules behind the figures of a page, with where each comes from; folded, for whoever asks. */
export function HowCounted({ editions }: { readonly editions: readonly FormulaEdition[] }) {
  return (
    <details className="how-counted sm m no-print">
      <summary>Как считается</summary>
      <dl>
        {editions.map(({ id, title, rule, source }) => (
          <div key={id}>
            <dt>
              <b>{title}</b>
            </dt>
            <dd>
              {typeset(rule)} {typeset(`Источник: ${source}.`)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
