/** The statements of a migration, in order: cut at the semicolons that stand outside quotes, dollar quotes and comments. */
export function statementsOf(text: string): string[] {
  const found: string[] = [];
  let begun = 0;
  for (let at = 0; at < text.length; at += 1) {
    const end = endOfQuoted(text, at);
    if (end > at) at = end - 1;
    else if (text[at] === ";") {
      found.push(text.slice(begun, at).trim());
      begun = at + 1;
    }
  }
  const rest = text.slice(begun).trim();
  return [...found, rest].filter((statement) => statement.replace(/--.*$/gm, "").trim() !== "");
}

/** Where the quoted piece that begins here ends; `at` itself where none begins. */
function endOfQuoted(text: string, at: number): number {
  const rest = text.slice(at, at + 64);
  const dollar = /^\$\w*\$/.exec(rest)?.[0];
  if (dollar) return after(text, dollar, at + dollar.length);
  if (rest.startsWith("--")) return after(text, "\n", at);
  if (rest.startsWith("/*")) return after(text, "*/", at);
  if (rest[0] === "'" || rest[0] === '"') return after(text, rest[0], at + 1);
  return at;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}
