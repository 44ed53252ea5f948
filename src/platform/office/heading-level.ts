/**
 * The heading level 1…9 of a style, by its name or by the outline level it carries; built-in headings keep their English name in every
 * language of Word. The title of a document is 1.
 */
export function headingLevel(name: string, outline: string | undefined): number | undefined {
  const heading = /^(?:heading|заголовок) ([1-9])$/i.exec(name);
  if (heading) return Number(heading[1]);
  if (/^(?:title|название)$/i.test(name)) return 1;
  return /^[1-9]$/.test(outline ?? "") ? Number(outline) : undefined;
}
