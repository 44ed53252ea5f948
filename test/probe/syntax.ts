/** A part of a program as the parser reads it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export function returnsBoolean(node: Node): boolean {
  const annotation = (node["returnType"] as Node | null)?.["typeAnnotation"] as Node | undefined;
  return annotation?.type === "TSBooleanKeyword";
}

/** A condition that only tells kinds of actors or null apart: without it the next one fails on the type, not on the right. */
export function narrows(node: Node): boolean {
  if (node.type === "UnaryExpression" || node.type === "Identifier") return true;
  if (node.type === "CallExpression") return (node["callee"] as Node)["name"] === "isKnown";
  if (node.type !== "BinaryExpression") return false;
  const [left, right] = [node["left"] as Node, node["right"] as Node];
  const isNull = node["operator"] === "!==" && right.type === "Literal" && right["value"] === null;
  return isNull || (left.type === "MemberExpression" && (left["property"] as Node)["name"] === "kind");
}

export const alternatives = (test: Node): readonly Node[] =>
  test.type === "LogicalExpression" && test["operator"] === "||"
    ? [...alternatives(test["left"] as Node), ...alternatives(test["right"] as Node)]
    : [test];

/** As with `narrows`: without it the next line fails on the type. */
export const tellsKinds = (test: string): boolean => /^!isKnown\(|\.kind !== |=== null$/.test(test);

export function isFalse(node: Node): boolean {
  const value = node.type === "ReturnStatement" ? (node["argument"] as Node | null) : null;
  return value?.type === "Literal" && value["value"] === false;
}

export function leaves(node: Node): boolean {
  const last = node.type === "BlockStatement" ? (node["body"] as Node[]).at(-1) : node;
  return last?.type === "ThrowStatement" || last?.type === "ReturnStatement";
}

export function asks(node: Node, policies: ReadonlySet<string>): boolean {
  if (node.type === "CallExpression" && policies.has(String((node["callee"] as Node)["name"]))) return true;
  let found = false;
  each(node, (child) => {
    found ||= asks(child, policies);
  });
  return found;
}

export function each(node: Node, visit: (child: Node) => void): void {
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (
        child &&
        typeof child === "object" &&
        typeof (child as Node).type === "string" &&
        !(child as Node).type.startsWith("TS")
      )
        visit(child as Node);
}
