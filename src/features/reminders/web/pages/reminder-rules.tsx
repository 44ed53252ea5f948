import { useQuery } from "@tanstack/react-query";
import { useMe } from "#web/api/me.ts";
import { request } from "#web/api/request.ts";
import { useAddressValue } from "#web/ui/address-value.ts";
import { Loaded } from "#web/ui/loaded.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { typeset } from "#web/ui/typeset.ts";
import type { RulesView } from "../../model/rules.ts";
import { RulesForm } from "../parts/rules-form.tsx";
import { RulesInWords } from "../parts/rules-in-words.tsx";
import "./reminders.css";

/** When and of what the municipality reminds: a form for those who set it, words for the others. */
export default function ReminderRulesPage() {
  const [territoryId] = useAddressValue("territory", useMe().current.territoryId);
  const rules = useQuery({
    queryKey: ["reminder-rules", territoryId],
    queryFn: ({ signal }) => request<RulesView>("/api/reminder-rules", { query: { territoryId }, signal }),
  });
  return (
    <div className="reminders">
      <PageHeader
        title="Напоминания"
        howTo="reminders"
        lead={typeset(
          "О сроках отчётов программа напоминает сама. Каждый получает не больше одного напоминания в день – обо всех своих сроках сразу.",
        )}
      />
      <Loaded query={rules} title="Правила не открылись">
        {(view) =>
          view.can.edit ? (
            <RulesForm key={territoryId} territoryId={territoryId} view={view} />
          ) : (
            <RulesInWords rules={view.rules} />
          )
        }
      </Loaded>
    </div>
  );
}
