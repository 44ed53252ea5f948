import { dayInWords, weekdayDateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { typeset } from "#web/ui/typeset.ts";
import { exampleDue, ladderOf } from "../../model/ladder-words.ts";
import type { ReminderRules } from "../../model/rules.ts";

/** What the rules mean for one term: the days on which its people hear of it. */
export function LadderExample({ rules }: { readonly rules: ReminderRules }) {
  const due = exampleDue(localDate(useMe().clock.today), rules);
  const days = ladderOf(rules, due);
  return (
    <div className="ladder" aria-live="polite">
      <p className="sm m">{typeset(`Например, если срок – ${weekdayDateInWords(due)} года:`)}</p>
      {days.length === 0 ? (
        <p className="sm q">о нём не напоминают</p>
      ) : (
        <ol>
          {days.map(({ day, words }) => (
            <li key={`${day} ${words}`} className={day > due ? "sm after" : "sm"}>
              <b>{dayInWords(day)}</b> <span className="q">{typeset(words)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
