import { matchKey } from "#domain/russian/match-key.ts";

/** Why data are destroyed: the cases of articles 20 and 21 of 152-ФЗ. */
export const DESTRUCTION_REASONS = {
  purpose_achieved: "достижение цели обработки (152-ФЗ, статья 21, часть 4)",
  consent_withdrawn: "отзыв согласия на обработку (152-ФЗ, статья 21, часть 5)",
  demanded: "требование субъекта прекратить обработку (152-ФЗ, статья 21, часть 5.1)",
  unlawful: "неправомерность обработки (152-ФЗ, статья 21, часть 3)",
  inaccurate: "данные не нужны для цели обработки или получены незаконно (152-ФЗ, статья 20, часть 3)",
} as const;
export type DestructionReason = keyof typeof DESTRUCTION_REASONS;

/** Whether a text names a surname, in whatever case it stands; of a double one either half is enough. */
export function namesSurname(text: string, surname: string): boolean {
  const wordsOf = (told: string) => matchKey(told).match(/\p{L}+/gu) ?? [];
  const stems = wordsOf(surname).map((word) => word.replace(/(?<=.{3})[аеиоуыюяйь]+$/u, ""));
  const isCaseOf = (stem: string, word: string) =>
    word.startsWith(stem) && word.length <= stem.length + (stem.length > 3 ? 3 : 2);
  return wordsOf(text).some((word) => stems.some((stem) => isCaseOf(stem, word)));
}

/** What still holds a person in the work of the program. */
export interface Ties {
  readonly isSelf: boolean;
  readonly isDestroyed: boolean;
  /** the person stood or stands in a territory that the actor does not administer */
  readonly standsElsewhere: boolean;
  /** positions and roles that have not ended */
  readonly openPlaces: number;
  /** obligations the person answers for and has not */
  readonly openObligations: number;
  /** programmes in force that the person leads */
  readonly ledProgrammes: number;
  /** corrections and explanations asked for and not answered */
  readonly openRequests: number;
}

export type Hindrance = "self" | "destroyed" | "elsewhere" | "places" | "obligations" | "programmes" | "requests";

/** Why the data may not be destroyed yet, all reasons at once; none: they may. */
export function hindrancesOf(ties: Ties): readonly Hindrance[] {
  const found: Hindrance[] = [];
  if (ties.isDestroyed) return ["destroyed"];
  if (ties.isSelf) found.push("self");
  if (ties.standsElsewhere) found.push("elsewhere");
  if (ties.openPlaces > 0) found.push("places");
  if (ties.openObligations > 0) found.push("obligations");
  if (ties.ledProgrammes > 0) found.push("programmes");
  if (ties.openRequests > 0) found.push("requests");
  return found;
}

export const HINDRANCE_TEXT: Readonly<Record<Hindrance, string>> = {
  self: "Собственные данные так не уничтожить: это делает другой администратор.",
  destroyed: "Данные этого человека уже уничтожены.",
  elsewhere:
    "У человека есть или были места в других территориях: уничтожить данные может администратор, которому подчинены все они.",
  places: "Есть должности или роли, которые не закончились: сначала укажите для них последний день.",
  obligations: "За человеком есть мероприятия, по которым ещё нет принятого отчёта: передайте их другому.",
  programmes: "Человек ведёт действующую программу: назначьте другого специалиста.",
  requests: "Есть обращения человека о его данных без ответа: сначала ответьте на них.",
};
