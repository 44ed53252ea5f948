/** Whether the terms of a programme are being worked out: «going» at this moment, «long» for a minute already. */
export const PLANNINGS = ["none", "going", "long"] as const;
export type Planning = (typeof PLANNINGS)[number];

const SOON = 1500;
const LATER = 15_000;

/** When a page asks for figures again by itself: in a moment while terms are worked out, seldom once that takes long; milliseconds. */
export function askAgain(planning: Planning | undefined): number | false {
  if (planning === "going") return SOON;
  return planning === "long" ? LATER : false;
}

/** What of several programmes is nearest to its end. */
export function nearestOf(items: readonly { readonly planning: Planning }[]): Planning {
  const found = (["going", "long"] as const).find((one) => items.some(({ planning }) => planning === one));
  return found ?? "none";
}

/** What stands instead of figures that are not there yet; empty where the terms stand. */
export function planningInWords(planning: Planning): string {
  if (planning === "none") return "";
  return planning === "going"
    ? "Сроки рассчитываются…"
    : "Сроки рассчитываются дольше обычного. Они появятся здесь сами; если через несколько минут их нет, скажите администратору.";
}
