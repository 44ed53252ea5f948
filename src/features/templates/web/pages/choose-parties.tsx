import type { Audience } from "#features/places/model/audience.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { audienceOf, choiceOf } from "../../model/adaptation-draft.ts";
import type { TemplatePage } from "../../model/contract.ts";
import { Step } from "../parts/step.tsx";
import { bearersInWords, inMeasures } from "../parts/words.ts";
import { useAdapting } from "../place.ts";

/** Whom each name of the template means here. */
export default function ChooseParties() {
  const { page } = useAdapting();
  return (
    <Step
      step="parties"
      lead="Имена из шаблона останутся в программе, как написаны. Укажите, кого они значат у вас: кто отвечает за мероприятие, тот и отчитается."
      onDone={() => true}
    >
      {page.parties.length === 0 ? (
        <p>В этом шаблоне исполнители не названы. Назначите их в программе.</p>
      ) : (
        <div className="who-is-who">
          {page.parties.map((party) => (
            <Party key={party.name} party={party} />
          ))}
        </div>
      )}
    </Step>
  );
}

function Party({ party }: { readonly party: TemplatePage["parties"][number] }) {
  const { page, draft } = useAdapting();
  const audience = audienceOf(draft.value, party);
  const choice = audience && choiceOf(page, audience);
  const borne = choice
    ? bearersInWords(page, draft.value, choice)
    : { text: "не решено, отчитываться некому", isCaution: true };
  return (
    <div className="party">
      <SelectField
        label={party.name}
        hint={inMeasures(party.measures)}
        options={page.choices.map((one) => ({ value: JSON.stringify(one.audience), label: one.name }))}
        value={audience && JSON.stringify(audience)}
        onChange={(value) =>
          value &&
          draft.set((now) => ({
            ...now,
            audiences: { ...now.audiences, [party.name]: JSON.parse(value) as Audience },
          }))
        }
        placeholder="Кто это у вас"
      />
      <output className={borne.isCaution ? "sm soon" : "sm q"}>{typeset(borne.text)}</output>
    </div>
  );
}
