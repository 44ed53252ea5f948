import { hourInWords, quietInWords } from "../../model/ladder-words.ts";
import type { ReminderRules } from "../../model/rules.ts";
import { LadderExample } from "./ladder-example.tsx";

/** The rules for those who do not set them. */
export function RulesInWords({ rules }: { readonly rules: ReminderRules }) {
  return (
    <section>
      <p className="m">
        Напоминания приходят в&nbsp;{hourInWords(rules.sendHour)}
        {rules.workingDaysOnly ? " по\u00A0рабочим дням" : " каждый день"}, тихие часы: {quietInWords(rules)}. Правила
        меняют специалисты и администраторы управления образования.
      </p>
      <LadderExample rules={rules} />
    </section>
  );
}
