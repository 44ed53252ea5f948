/** A page of this site to go to after sign-in; anything else leads to the beginning. */
export function pageAfter(next: string | null): string {
  if (!next || !/^\/(?![/\\])/.test(next) || next.startsWith("/sign-in") || next.startsWith("/second-step")) return "/";
  return next;
}
