import { Link, useLocation, type LinkProps } from "react-router";
import type { OpenedFrom } from "../../model/opened-from.ts";

/** A link to the list behind a number; the list shows the way back to this page as it stands. */
export function RowsLink(link: LinkProps) {
  const { pathname, search } = useLocation();
  return <Link {...link} state={{ openedFrom: `${pathname}${search}` } satisfies OpenedFrom} />;
}
