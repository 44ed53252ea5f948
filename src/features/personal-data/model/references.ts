import type { ColumnName } from "./columns.ts";
import { HELD } from "./held.ts";

/** Columns that name a person and are not told as tables of their own, each with the reason. */
export const NOT_TOLD: Readonly<Record<ColumnName, string>> = {
  "credential.account_id": "отпечаток пароля: говорится, что он есть и когда сменён, сам он не показывается",
  "session.account_id": "открытые входы: говорятся отдельным списком, без тайного значения",
  "sign_in_link.account_id": "ссылки для входа: говорятся отдельным списком, без тайного значения",
  "access_token.account_id": "ключи для программ: говорятся отдельным списком, без тайного значения",
  "foreign_identity.account_id": "вход через внешнюю учётную запись: говорится, через кого и с какого дня",
  "second_factor.account_id": "второй шаг входа: говорится, что он есть и с какого дня, без тайного значения",
  "second_factor_offer.account_id": "второй шаг, который ещё не подтверждён: живёт минуты",
  "recovery_code.account_id": "запасные коды: хранятся только их отпечатки",
  "letter.account_id": "письма о входе и о сроках: содержание зашифровано и стирается, когда письмо ушло",
  "calendar_feed.account_id": "ссылки на календарь: говорятся отдельным списком, без тайного значения",
  "letter_choice.person_id":
    "как часто присылать письма: человек видит и меняет это на странице «Письма и календарь»; при уничтожении удаляется",
  "sign_in_step.account_id": "вход, который не закончен: живёт пять минут",
  "idempotency.person_id":
    "ответы на случай повтора: говорится, сколько их; содержат то же, что сказано в остальных таблицах",
  "consent.given_by": "кто внёс согласие: сведения о действии того, кто вносил, есть в журнале",
  "consent.withdrawn_by": "кто внёс отзыв: сведения о действии того, кто вносил, есть в журнале",
  "data_request.settled_by":
    "кто ответил на обращение другого человека: действие есть в журнале, обращение – чужие данные",
  "dead_job.settled_by": "кто решил судьбу сбившейся фоновой работы: действие есть в журнале",
  "destruction.person_id": "чьи данные уничтожены: такой человек уже не входит в систему",
  "destruction.made_by": "кто уничтожил данные другого человека: действие есть в журнале",
};

/** Columns that name a person and are in neither list, or are listed and do not exist; each is a sentence for whoever adds a table. */
export function untold(references: readonly ColumnName[]): string[] {
  const listed = new Set<ColumnName>([...HELD.flatMap(({ by }) => by), ...(Object.keys(NOT_TOLD) as ColumnName[])]);
  const known = new Set(references);
  return [
    ...references
      .filter((name) => !listed.has(name))
      .map(
        (name) =>
          `${name} names a person: add it to HELD in personal-data/model/held.ts, or to NOT_TOLD in references.ts with the reason`,
      ),
    ...[...listed]
      .filter((name) => !known.has(name))
      .map((name) => `${name} is listed and names nobody in the database`),
  ];
}
