/** Marks a control whose words are not understood, so that its form is not sent without them. */
export const UNREAD = "data-unread";

/** True where a control of the form holds words that are not understood; the first of them takes the focus, its own sentence says what is wrong. */
export function stopsAtUnread(form: HTMLElement): boolean {
  const control = form.querySelector<HTMLElement>(`[${UNREAD}="true"] :is(input, textarea)`);
  control?.focus();
  // the field shows its sentence, as it does on an empty field that must be filled in
  control?.dispatchEvent(new Event("invalid", { cancelable: true }));
  return control !== null;
}
