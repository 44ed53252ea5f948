/**
 * A page of this site to go to after sign-in; anything else leads to the beginning. Browsers leave tabs and line ends out of an address, so
 * that «/⇥/evil.example» would be «//evil.example»: an address with such a sign is no page.
 */
export function pageAfter(next: string | null): string {
  if (!next || !/^\/(?![/\\])\P{Cc}*$/u.test(next) || next.startsWith("/sign-in") || next.startsWith("/second-step"))
    return "/";
  return next;
}
