/** A section's number before its title: «1» is printed «1.», «Раздел I» as it stands. */
export function dotted(number: string): string {
  return /\d$/.test(number) ? `${number}.` : number;
}
