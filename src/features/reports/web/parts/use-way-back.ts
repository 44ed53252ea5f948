import { useState } from "react";
import { useLocation } from "react-router";
import { cameFrom } from "#web/ui/came-from.ts";
import { wayBack, type WayBack } from "../../model/way-back.ts";

/** The way back as it is when the page opens: its steps do not change it. */
export function useWayBack(home: WayBack): WayBack {
  const { pathname } = useLocation();
  const [from] = useState(() => cameFrom(pathname));
  return wayBack(from, home);
}
