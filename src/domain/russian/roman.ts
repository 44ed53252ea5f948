/** Numbers as quarters, halves and school terms are counted by: «II квартал», «III четверть»; the first stands at 0. */
export const ROMAN: readonly string[] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
