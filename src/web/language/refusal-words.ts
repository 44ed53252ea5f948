/** What goes into the places of a refusal's sentence. */
export type RefusalValues = Readonly<Record<string, string | number>>;

/** The sentence of a refusal as these pages say it: in Russian as the server worded it. */
export function refusalWords(_code: string, _values: RefusalValues, text: string): string {
  return text;
}
