/** What tells a row's measure from another: of which programme it is, its number there, the period it is owed for. */
export interface MeasureNamed {
  readonly programmeTitle: string;
  readonly measureNumber: string;
  readonly period: string | null;
}

/** Stands with what follows it: a line may begin with it, none ends with it. */
const BETWEEN = " ·\u00a0";

/** «Поддержка школ · мероприятие 1.3 · октябрь 2021», then what else there is to know. */
export function measureWords(
  { programmeTitle, measureNumber, period }: MeasureNamed,
  ...more: readonly string[]
): string {
  return [programmeTitle, measureNumber && `мероприятие\u00a0${measureNumber}`, period, ...more]
    .filter(Boolean)
    .join(BETWEEN);
}
