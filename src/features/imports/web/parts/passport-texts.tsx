import { counted } from "#domain/russian/plural.ts";
import type { ImportDocument } from "../../model/view.ts";

/** The texts of the document that stand outside the plan: they go into the passport of the programme as they are. */
export function PassportTexts({ texts }: { readonly texts: ImportDocument["texts"] }) {
  if (texts.length === 0) return null;
  return (
    <section className="texts" aria-label="Текст для паспорта">
      <details>
        <summary>
          В паспорт программы войдёт текст документа: {counted(texts.length, ["раздел", "раздела", "разделов"])}
        </summary>
        {texts.map(({ heading, lines }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the texts of a document never move
          <section key={at}>
            <h3>{heading}</h3>
            {lines.map((line, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- as above
              <p key={place}>{line}</p>
            ))}
          </section>
        ))}
      </details>
    </section>
  );
}
