import { useState } from "react";
import { counted } from "#domain/russian/plural.ts";
import { CheckField } from "#web/ui/choice-field.tsx";
import { FieldError } from "#web/ui/field-shell.tsx";
import { typeset } from "#web/ui/typeset.ts";
import { allMeasures, isEverDue, isTaken } from "../../model/adaptation-draft.ts";
import type { TemplateMeasure, TemplatePage } from "../../model/contract.ts";
import { wordsIn } from "../../model/shift-words.ts";
import { Step } from "../parts/step.tsx";
import { firstKey, forYears } from "../parts/words.ts";
import { useAdapting } from "../place.ts";

const NOTHING_TAKEN = "Не отмечено ни одного мероприятия. Отметьте те, которые нужны в программе.";

/** Which measures are taken: all are ticked but those that would never be due. */
export default function ChooseMeasures() {
  const { page, draft } = useAdapting();
  const [isTried, setTried] = useState(false);
  const all = allMeasures(page);
  const taken = all.filter((one) => isTaken(one, draft.value));
  const words = wordsIn(page, draft.value.firstYear, draft.value.years);
  return (
    <Step
      step="measures"
      onDone={() => {
        setTried(true);
        if (taken.length === 0) document.getElementById("template-measures")?.focus();
        return taken.length > 0;
      }}
    >
      <div id="template-measures" tabIndex={-1}>
        <output className="taken">
          {typeset(`Отмечено ${taken.length} из ${counted(all.length, ["мероприятия", "мероприятий", "мероприятий"])}`)}
        </output>
        {isTried && taken.length === 0 && (
          <div className="f bad" role="alert">
            <FieldError>{NOTHING_TAKEN}</FieldError>
          </div>
        )}
        {page.roadmaps.map((roadmap) => (
          <section key={firstKey(roadmap.sections)} className="pick-roadmap">
            {page.roadmaps.length > 1 && <h2>{typeset(words(roadmap.title))}</h2>}
            {roadmap.sections.map((section) => (
              <Section key={firstKey([section])} section={section} roadmap={roadmap.title} words={words} />
            ))}
          </section>
        ))}
      </div>
    </Step>
  );
}

interface SectionProps {
  readonly section: TemplatePage["roadmaps"][number]["sections"][number];
  readonly roadmap: string;
  readonly words: (text: string) => string;
}

function Section({ section, roadmap, words }: SectionProps) {
  const { draft } = useAdapting();
  const { measures } = section;
  const taken = measures.filter((one) => isTaken(one, draft.value)).length;
  const title = words(section.title || roadmap);
  const tick = (rows: readonly TemplateMeasure[], checked: boolean) =>
    draft.set((now) => ({
      ...now,
      ticked: { ...now.ticked, ...Object.fromEntries(rows.map(({ key }) => [key, checked])) },
    }));
  return (
    <fieldset className="pick-measures">
      <legend className="visually-hidden">{title}</legend>
      <div className="whole">
        <CheckField
          label={<b>{typeset(title)}</b>}
          hint={taken === measures.length ? "все" : `${taken} из ${measures.length}`}
          checked={taken === measures.length}
          onChange={(checked) => tick(measures, checked)}
        />
      </div>
      {measures.map((measure) => (
        <CheckField
          key={measure.key}
          label={typeset([measure.number, words(measure.title)].filter(Boolean).join(" "))}
          hint={<Facts measure={measure} words={words} />}
          checked={isTaken(measure, draft.value)}
          onChange={(checked) => tick([measure], checked)}
        />
      ))}
    </fieldset>
  );
}

function Facts({ measure, words }: { readonly measure: TemplateMeasure; readonly words: (text: string) => string }) {
  const { page, draft } = useAdapting();
  const { firstYear, years } = draft.value;
  const facts = [...new Set([words(measure.dueText), measure.who, measure.level])].filter(Boolean).join(" · ");
  return (
    <>
      {typeset(facts)}
      {!isEverDue(measure, years) && (
        <span className="soon never">
          {typeset(`Срок не наступит: программа ${forYears(firstYear, years, page.yearKind)}`)}
        </span>
      )}
    </>
  );
}
