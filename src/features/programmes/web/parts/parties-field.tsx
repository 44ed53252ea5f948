import { useState } from "react";
import type { Audience } from "#features/places/model/audience.ts";
import { DESIGNATIONS, ORGANISATION_KINDS } from "#features/places/model/words.ts";
import { Button, IconButton } from "#web/ui/button.tsx";
import { FieldGroup } from "#web/ui/field-shell.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { choiceName } from "../../model/audience-name.ts";
import type { PartyForm } from "../../model/measure-form.ts";
import { PARTS, type Part } from "../../model/roadmap-draft.ts";
import type { ProgrammeChoices } from "../../model/seen.ts";
import { PART_NAME } from "../../model/words.ts";
import { typedParties } from "./typed-parties.ts";

export interface PartiesFieldProps {
  readonly parties: readonly PartyForm[];
  /** typed and not yet added; whoever saves the form adds it */
  readonly text: string;
  readonly onChange: (part: { readonly parties?: readonly PartyForm[]; readonly partiesText?: string }) => void;
  readonly choices: ProgrammeChoices | undefined;
  readonly territoryId: string;
  readonly problem: string | undefined;
  /** why the words typed could not be added */
  readonly unread: string | undefined;
}

const NOBODY_NAMED = "Здесь никто не назван. Впишите, как в документе: «УО / ОО», «СОШ № 3».";
const PART_OPTIONS = PARTS.map((part) => ({ value: part, label: PART_NAME[part] }));

/** Who does it and who takes part: typed as in the document, each with the part and with whom it means here. */
export function PartiesField({ parties, text, onChange, choices, territoryId, problem, unread }: PartiesFieldProps) {
  // the words that «Добавить» was pressed for in vain
  const [tried, setTried] = useState<string>();
  const options = choices ? audienceOptions(choices, parties) : [];
  const set = (at: number, part: Partial<PartyForm>) =>
    onChange({ parties: parties.map((party, index) => (index === at ? { ...party, ...part } : party)) });
  const add = () => {
    const typed = typedParties(text, choices, territoryId);
    if (typed.parties.length > 0) onChange({ parties: [...parties, ...typed.parties], partiesText: typed.rest });
    else setTried(text);
  };
  return (
    <FieldGroup id="measure-parties" label="Исполнители и участники" error={problem}>
      <div className="sub-rows">
        {parties.map((party, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a new party has no identity but its place
          <div className="sub-row" key={party.id ?? at}>
            <TextField label="Как в документе" value={party.name} onChange={(name) => set(at, { name })} />
            <SelectField
              label="Что делает"
              options={PART_OPTIONS}
              value={party.part}
              onChange={(part) => part && set(at, { part: part as Part })}
            />
            <SelectField
              label="Кто это здесь"
              options={options}
              value={party.audience ? JSON.stringify(party.audience) : null}
              onChange={(value) => set(at, { audience: value ? (JSON.parse(value) as Audience) : null })}
              placeholder="не решено"
            />
            <IconButton
              icon="close"
              label={`Убрать: ${party.name}`}
              onClick={() => onChange({ parties: parties.filter((_, index) => index !== at) })}
            />
          </div>
        ))}
        <div className="sub-block" style={{ borderBottom: 0, paddingBottom: 0 }}>
          <div className="line">
            <TextField
              id="measure-partiesText"
              label="Кого добавить"
              hint="Как в документе: «УО / ОО» – слева отвечает, справа участвует"
              value={text}
              onChange={(partiesText) => onChange({ partiesText })}
              error={unread ?? (tried === text ? NOBODY_NAMED : undefined)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
            <Button onClick={add}>Добавить</Button>
          </div>
        </div>
      </div>
    </FieldGroup>
  );
}

/** Kinds, designations and organisations of the district, and what the parties have already. */
function audienceOptions(choices: ProgrammeChoices, parties: readonly PartyForm[]) {
  const standing = parties.flatMap((party) => (party.audience ? [party.audience] : []));
  const kinds = ORGANISATION_KINDS.filter((kind) => choices.organisations.some((each) => each.kind === kind));
  const audiences: Audience[] = [
    ...kinds.map((kind): Audience => ({ kind: "organisationKind", kinds: [kind] })),
    ...DESIGNATIONS.map((designation): Audience => ({ kind: "designation", designations: [designation] })),
    { kind: "territory" },
    { kind: "outside" },
    ...choices.organisations.map((organisation): Audience => ({ kind: "organisation", id: organisation.id })),
    ...standing,
  ];
  const byValue = new Map(audiences.map((audience) => [JSON.stringify(audience), audience]));
  return [...byValue].map(([value, audience]) => ({ value, label: choiceName(audience, choices.organisations) }));
}
