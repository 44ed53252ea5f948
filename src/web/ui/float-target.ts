/** What floats is put inside `main`, so that it belongs to a landmark of the page; in the body where a page has none. */
export function floatTarget(): { readonly target?: HTMLElement } {
  const main = document.querySelector("main");
  return main ? { target: main } : {};
}
