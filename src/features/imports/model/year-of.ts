/** The year of a column of planned values: «2021», and «2021-2022», a school year named by its first one; undefined for the total. */
export function yearOf(label: string): number | undefined {
  const year = /^(20\d{2})(?:\s*[-–—/]\s*(?:20)?\d{2})?$/.exec(label.trim())?.[1];
  return year === undefined ? undefined : Number(year);
}
