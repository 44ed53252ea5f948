import type { Me } from "../api/me.ts";

const FORMAT = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** Said on every page while the product's clock is set by hand, so that nobody takes its dates for real ones. */
export function ClockBanner({ clock }: { readonly clock: Me["clock"] }) {
  if (!clock.fixed) return null;
  return (
    <p className="clock-banner" role="note">
      Дата продукта: {FORMAT.format(new Date(clock.today)).replace(/\s*г\.$/u, "")}
    </p>
  );
}
