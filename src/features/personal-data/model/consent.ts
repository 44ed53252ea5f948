/** What is asked of a person beside what the law lets be done without asking: today one thing. */
export const CONSENT_KINDS = ["phone_to_colleagues"] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

interface Wording {
  readonly edition: string;
  readonly title: string;
  /** {operator} is the authority to which it is given */
  readonly text: string;
}

/** Every edition ever shown, newest last: what somebody agreed to stays readable. */
export const CONSENT_WORDINGS: Readonly<Record<ConsentKind, readonly [Wording, ...Wording[]]>> = {
  phone_to_colleagues: [
    {
      edition: "2026-1",
      title: "Показывать мой телефон коллегам",
      text:
        "Я даю согласие оператору «{operator}» показывать номер моего телефона в карточке сотрудника коллегам из моей организации и сотрудникам управления образования, чтобы со мной могли связаться по рабочим вопросам. " +
        "Действия: хранение и показ внутри системы; третьим лицам номер не передаётся. Согласие действует до отзыва. Отозвать его можно на этой же странице в любой день, номер перестанет показываться сразу.",
    },
  ],
};

/** The wording in force. */
export function wordingOf(kind: ConsentKind): Wording {
  return CONSENT_WORDINGS[kind].at(-1)!;
}

/** The wording somebody agreed to; undefined for an edition nobody was ever shown. */
export function wordingOfEdition(kind: ConsentKind, edition: string): Wording | undefined {
  return CONSENT_WORDINGS[kind].find((one) => one.edition === edition);
}
