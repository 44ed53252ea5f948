let floats: HTMLElement | undefined;

/**
 * One element for all that floats, the same as long as the page is open: a dialog whose target changed under it would begin anew and lose
 * what was typed in it. It stands in the body until a page has a `Main`.
 */
function floatsOfPage(): HTMLElement {
  if (!floats) {
    floats = document.createElement("div");
    floats.className = "floats";
    document.body.append(floats);
  }
  return floats;
}

/** Where Mantine is to put what floats; on the server, which draws a page before its code comes, nothing floats. */
export function floatTarget(): { readonly target?: HTMLElement } {
  return typeof document === "undefined" ? {} : { target: floatsOfPage() };
}

/** From now on what floats stands in `place`; the function returned ends that. */
export function standFloats(place: HTMLElement): () => void {
  const held = floatsOfPage();
  place.append(held);
  return () => {
    if (held.parentElement === place) document.body.append(held);
  };
}
