import { dateInWords, dayInWords } from "#domain/russian/dates.ts";
import type { Invitation, PersonRow } from "#features/people/model/people-contract.ts";
import { localDate } from "#shared/local-date.ts";
import { useMe } from "#web/api/me.ts";
import { StateMark } from "#web/ui/state-mark.tsx";

/** How far the person's account is; nothing where it is not the reader's business. */
export function AccountState({
  state,
  invitation,
}: {
  readonly state: PersonRow["account"];
  readonly invitation: Invitation | null;
}) {
  const { today } = useMe().clock;
  if (!state) return null;
  if (state === "none") return <StateMark state="notApplicable">доступа нет</StateMark>;
  if (state === "active") return <StateMark state="accepted">есть доступ</StateMark>;
  if (state === "closed") return <StateMark state="ahead">доступ закрыт</StateMark>;
  if (!invitation) return <StateMark state="soon">ссылка ещё не выдана</StateMark>;
  if (!invitation.opens) return <StateMark state="ahead">ссылка больше не действует</StateMark>;
  const day = localDate(invitation.madeOn);
  const sameYear = invitation.madeOn.slice(0, 4) === today.slice(0, 4);
  return <StateMark state="soon">ссылка выдана {sameYear ? dayInWords(day) : dateInWords(day)}, ждёт входа</StateMark>;
}
