import type { Me } from "../api/me.ts";
import type { SliceNavigation, SliceRoute } from "../slice-route.ts";

export interface NavigationItem extends SliceNavigation {
  readonly path: string;
}

/** All places of the navigation, in order. */
export function navigationOf(slices: readonly SliceRoute[]): readonly NavigationItem[] {
  return slices
    .flatMap((slice) => (slice.navigation ? [{ ...slice.navigation, path: slice.path }] : []))
    .sort((one, other) => one.order - other.order);
}

/** Where a person lands: the first place that is theirs. */
export function landingOf(navigation: readonly NavigationItem[], me: Me): string | undefined {
  return navigation.find((item) => !item.below && item.visible(me))?.path;
}

/** Whether an address is that of a place or of a page below it. */
export function liesUnder(pathname: string, place: string): boolean {
  return pathname === place || pathname.startsWith(`${place}/`);
}

/** A form or a report of one due day. */
const OPENED = /^\/(?:todo|reports)\/[^/]+\/[^/]+$/;

/** Where the mark of the navigation stands: what was opened from the calendar is still of the calendar, as its way back says. */
export function standsAt(pathname: string, from: { readonly pathname: string } | undefined): string {
  return OPENED.test(pathname) && from?.pathname === "/calendar" ? from.pathname : pathname;
}

const PHONE_PLACES = 3;

/**
 * The bar of a phone: the places with a short word, the home first and «Сделать» of whoever owes anything, then those where something may wait
 * for the person, then others in order. The rest is behind «Ещё».
 */
export function phoneBar(items: readonly NavigationItem[]): {
  readonly bar: readonly NavigationItem[];
  readonly rest: readonly NavigationItem[];
} {
  const main = items.filter((item) => !item.below);
  const rank = (item: NavigationItem) => (item.phone ? 0 : item.count ? 1 : 2);
  const chosen = [...main].sort((one, other) => rank(one) - rank(other)).slice(0, PHONE_PLACES);
  const bar = main.filter((item) => chosen.includes(item));
  return { bar, rest: items.filter((item) => !bar.includes(item)) };
}
