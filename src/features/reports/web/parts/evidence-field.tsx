import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PaperList } from "#features/papers/model/contract.ts";
import { citedPaper } from "#features/papers/model/words.ts";
import { request } from "#web/api/request.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { FileDrop } from "#web/ui/file-drop.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/button.tsx";
import { Loaded } from "#web/ui/loaded.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { ReportForm } from "../../model/report-form.ts";

export interface EvidenceFieldProps {
  readonly territoryId: string;
  /** the document the measure must leave, as printed; empty where it names none */
  readonly expected: string;
  readonly form: ReportForm;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<ReportForm>) => void;
}

/** Files, links and papers of the register that prove what is reported. */
export function EvidenceField({ territoryId, expected, form, error, onChange }: EvidenceFieldProps) {
  const [choosing, setChoosing] = useState(false);
  // the place of the link asked for last: what is typed next is meant for it
  const [added, setAdded] = useState(-1);
  const addLink = () => {
    setAdded(form.links.length);
    onChange({ links: [...form.links, ""] });
  };
  const hint = expected
    ? `В программе: ${expected}. Файл или ссылка, подойдёт и чёткое фото.`
    : "Файл или ссылка. Подойдёт и чёткое фото.";
  return (
    <FieldGroup label="Подтверждение" hint={hint} error={error} id="evidence" optional={expected === ""}>
      {form.papers.length > 0 && (
        <ul className="files">
          {form.papers.map((paper) => (
            <li className="file" key={paper.id}>
              <Icon name="book" size={22} />
              <div>
                <div className="nm">
                  <a href={`/papers/${territoryId}/${paper.id}`} target="_blank" rel="noreferrer">
                    {paper.title}
                  </a>
                </div>
                <div className="sm q">Из реестра документов</div>
              </div>
              <IconButton
                icon="close"
                label={`Убрать документ ${paper.title}`}
                onClick={() => onChange({ papers: form.papers.filter((one) => one.id !== paper.id) })}
              />
            </li>
          ))}
        </ul>
      )}
      <FileDrop files={form.files} onChange={(files) => onChange({ files })} territoryId={territoryId} />
      {form.links.map((link, at) => (
        // a link has no name of its own; its place in the list is its identity while it is typed
        // oxlint-disable-next-line react/no-array-index-key
        <div className="link-line" key={at}>
          <TextField
            label={form.links.length > 1 ? `Ссылка ${at + 1}` : "Ссылка"}
            type="url"
            inputMode="url"
            placeholder="https://"
            // the press that made the field asks for it
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={at === added}
            value={link}
            onChange={(next) => onChange({ links: form.links.map((one, other) => (other === at ? next : one)) })}
          />
          <IconButton
            icon="close"
            label={`Убрать ссылку ${at + 1}`}
            onClick={() => onChange({ links: form.links.filter((_, other) => other !== at) })}
          />
        </div>
      ))}
      <p className="also">
        <button type="button" className="link-button" onClick={addLink}>
          Добавить ссылку
        </button>
        <button type="button" className="link-button" onClick={() => setChoosing(true)}>
          Сослаться на документ из реестра
        </button>
      </p>
      <Dialog opened={choosing} onClose={() => setChoosing(false)} title="Документ из реестра" width={560}>
        {choosing && (
          <PaperChoice
            territoryId={territoryId}
            onChoose={(paper) => {
              if (!form.papers.some((one) => one.id === paper.id)) onChange({ papers: [...form.papers, paper] });
              setChoosing(false);
            }}
          />
        )}
      </Dialog>
    </FieldGroup>
  );
}

interface PaperChoiceProps {
  readonly territoryId: string;
  readonly onChoose: (paper: { readonly id: string; readonly title: string }) => void;
}

function PaperChoice({ territoryId, onChoose }: PaperChoiceProps) {
  const [words, setWords] = useState("");
  const papers = useQuery({
    queryKey: ["papers", territoryId, words],
    queryFn: ({ signal }) => request<PaperList>("/api/papers", { query: { territoryId, q: words }, signal }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <TextField label="Номер или название" value={words} onChange={setWords} data-autofocus />
      <Loaded query={papers} title="Реестр не открылся">
        {({ items }) =>
          items.length === 0 ? (
            <p className="paper-none q">
              {words ? "Ничего не нашлось. Измените запрос." : "В реестре пока нет документов."}
            </p>
          ) : (
            <ul className="paper-choice">
              {items.slice(0, 12).map((paper) => (
                <li key={paper.id}>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => onChoose({ id: paper.id, title: citedPaper(paper.name, paper.title) })}
                  >
                    {paper.name}
                  </button>
                  <div className="meta">{paper.title}</div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
