import type { FoundGroup } from "./contract.ts";

/** «12», or «больше 1000» where more were not counted. */
export function countOf({ total, beyond }: Pick<FoundGroup, "total" | "beyond">): string {
  return beyond ? `больше\u00A0${total}` : String(total);
}
