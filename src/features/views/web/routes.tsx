import { arriving } from "#web/arriving.tsx";
import type { SliceFill } from "#web/slot.tsx";

/** «Сохранить вид» and the views themselves, among the filters of a list. */
export const fills: readonly SliceFill[] = [{ slot: "views", part: arriving(() => import("./parts/saved-views.tsx")) }];
