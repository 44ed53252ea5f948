import { arriving } from "#web/arriving.tsx";
import type { SliceFill, SlotFacts } from "#web/slot.tsx";

const CalendarLink = arriving<SlotFacts>(() => import("./parts/calendar-link.tsx"));

/** The link to one's own calendar, beside the letters. */
export const fills: readonly SliceFill[] = [{ slot: "letters", part: CalendarLink }];
