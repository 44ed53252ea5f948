import { dateInWords } from "#domain/russian/dates.ts";
import { localDate } from "#shared/local-date.ts";
import type { Me } from "../api/me.ts";

/** Said on every page while the product's clock is set by hand, so that nobody takes its dates for real ones. */
export function ClockBanner({ clock }: { readonly clock: Me["clock"] }) {
  if (!clock.fixed) return null;
  return (
    <aside className="clock-banner" aria-label="Часы">
      Часы установлены вручную: {dateInWords(localDate(clock.today))} года
    </aside>
  );
}
