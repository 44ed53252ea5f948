import { useState } from "react";
import { useLocation } from "react-router";
import { wayBack } from "../model/opened-from.ts";

/** Where a list was opened from, for its `PageHeader`; what is chosen on the list later does not forget it. */
export function useWayBack(): { readonly back?: { readonly to: string; readonly label: string } } {
  const { state } = useLocation();
  const [back] = useState(() => wayBack(state));
  return back ? { back } : {};
}
