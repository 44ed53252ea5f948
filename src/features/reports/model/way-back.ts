export interface WayBack {
  readonly to: string;
  readonly label: string;
}

const MEASURE = /^\/programmes\/[^/]+\/[^/]+\/measures\/[^/]+$/;

/** The way back from a form or a report to the page it was opened from: the calendar or the history as it stood, a measure; `home` from anywhere else. */
export function wayBack(
  from: { readonly pathname: string; readonly search: string } | undefined,
  home: WayBack,
): WayBack {
  if (from?.pathname === "/calendar") return { to: `/calendar${from.search}`, label: "Календарь" };
  if (from?.pathname === "/our-work/reports") return { to: `${from.pathname}${from.search}`, label: "История отчётов" };
  if (from && MEASURE.test(from.pathname)) return { to: `${from.pathname}${from.search}`, label: "Мероприятие" };
  return home;
}
