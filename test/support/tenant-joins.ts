const END =
  /\b(?:left join|inner join|cross join|right join|full join|join|where|group by|order by|union|limit|for update|offset)\b/i;

/**
 * Joins of a tenant table whose condition does not name its territory, each as «table: condition»: such a join would bring rows of one
 * territory to those of another. Two tenant tables with a comma between them count as one.
 */
export function joinsWithoutTenant(statements: readonly string[], tenants: readonly string[]): string[] {
  const name = `"?(${tenants.join("|")})"?`;
  const joined = new RegExp(`\\bjoin\\s+(?:lateral\\s+)?${name}(?:\\s+(?:as\\s+)?"?\\w+"?)?\\s+(on|using)\\b`, "gi");
  const listed = new RegExp(`\\bfrom\\s+${name}(?:\\s+(?:as\\s+)?"?\\w+"?)?\\s*,\\s*${name}\\b`, "gi");
  return statements.flatMap((text) => [
    ...[...text.matchAll(joined)].flatMap((found) => {
      const rest = text.slice(found.index + found[0].length);
      const condition = rest.slice(0, END.exec(rest)?.index ?? rest.length);
      return condition.includes("territory_id") ? [] : [`${found[1]}: ${condition.trim()}`];
    }),
    ...[...text.matchAll(listed)].map((found) => `${found[1]}, ${found[2]}`),
  ]);
}
