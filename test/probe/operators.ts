import { parseSync } from "oxc-parser";
import { alternatives, asks, each, isFalse, leaves, narrows, returnsBoolean, tellsKinds, type Node } from "./syntax.ts";
import { FORBIDDING, SCOPES, SWAPPED } from "./wider.ts";

/** A fault that a careless change could make: what it does to which place. */
export interface Fault {
  readonly id: number;
  readonly operator: "delete" | "weaken" | "swap";
  readonly file: string;
  readonly line: number;
  readonly told: string;
  /** the function it stands in, or the last one before it */
  readonly inside: string;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
  /** of insertions at one place the outer one opens first and closes last */
  readonly depth: number;
  readonly opens: boolean;
  /** what stands from `at` up to here gives way */
  readonly upTo?: number;
}

/** Whether the file declares policies: pure rules of access. */
export const isPolicy = (file: string): boolean => /features\/[a-z]+\/model\/(policy|access)\.ts$/.test(file);
/** Whether the file may hold guards that ask policies. */
export const isGuarded = (file: string): boolean =>
  /features\/[a-z]+\/server\/[\w-]+\.ts$/.test(file) && !file.endsWith(".test.ts");

/** The file with its faults built in, each behind the switch; `faults` is added to. `policies` are the names known to be policies. */
export function withFaults(file: string, source: string, policies: ReadonlySet<string>, faults: Fault[]): string {
  const { program } = parseSync(file, source);
  const insertions: Insertion[] = [];
  let depth = 0;
  const lineOf = (at: number) => source.slice(0, at).split("\n").length;
  const fault = (operator: Fault["operator"], node: Node, told: string): number => {
    const id = faults.length;
    const inside = [...source.slice(0, node.start).matchAll(/function (\w+)/g)].at(-1)?.[1] ?? "";
    faults.push({ id, operator, file, line: lineOf(node.start), told, inside });
    return id;
  };
  const around = (node: Node, before: string, after: string) => {
    depth += 1;
    insertions.push({ at: node.start, text: before, depth, opens: true });
    insertions.push({ at: node.end, text: after, depth, opens: false });
  };
  const textOf = (node: Node) => source.slice(node.start, node.end).replace(/\s+/g, " ").slice(0, 90);
  /** the condition is not asked: as though it had answered `made` */
  const unasked = (node: Node, id: number, made: "true" | "false") =>
    around(node, `(S.on(${id}) ? ${made} : S.kept(${id}, (`, `), ${made}))`);
  const always = (node: Node, operator: Fault["operator"], told: string) =>
    unasked(node, fault(operator, node, told), "true");

  const visitPolicy = (node: Node): void => {
    if (node.type === "FunctionDeclaration") {
      const name = String((node["id"] as Node)["name"]);
      const body = node["body"] as Node;
      const scope = SCOPES[name];
      const isRule = returnsBoolean(node);
      if (isRule || scope) {
        const value = FORBIDDING.has(name) ? "false" : isRule ? "true" : scope!;
        const id = fault("delete", node, `${name} lets everything through`);
        depth += 1;
        const opening = ` if (S.open || S.on(${id})) return ${value}; return S.kept(${id}, (() => {`;
        insertions.push({ at: body.start + 1, text: opening, depth, opens: true });
        insertions.push({ at: body.end - 1, text: `})(), ${value});`, depth, opens: false });
      }
      // a prohibition with a condition less forbids more
      if (FORBIDDING.has(name)) return;
    }
    // what answers no: without it more is let through, with less of its conditions more is refused
    const refusal =
      node.type === "IfStatement" && isFalse(node["consequent"] as Node) ? (node["test"] as Node) : undefined;
    if (refusal)
      for (const one of alternatives(refusal))
        if (!tellsKinds(textOf(one)))
          unasked(one, fault("delete", one, `without the refusal «${textOf(one)}»`), "false");
    if (refusal) return;
    if (node.type === "LogicalExpression" && node["operator"] === "&&")
      for (const side of ["left", "right"]) {
        const operand = node[side] as Node;
        if (operand.type !== "LogicalExpression" && !narrows(operand))
          always(operand, "weaken", `without «${textOf(operand)}»`);
      }
    if (node.type === "CallExpression") visitCall(node, false);
    each(node, visitPolicy);
  };

  const visitCall = (node: Node, isGuard: boolean): void => {
    const callee = node["callee"] as Node;
    if (callee.type === "Identifier") {
      const name = String(callee["name"]);
      if (isGuard && FORBIDDING.has(name)) unasked(node, fault("delete", node, `does not ask ${name}`), "false");
      else if (isGuard && policies.has(name)) always(node, "delete", `does not ask ${name}`);
      const wider = SWAPPED[name];
      if (wider) {
        around(callee, `S.asked(${fault("swap", callee, `asks ${wider} for ${name}`)}, `, `, "${wider}")`);
      }
    }
    const isEvery = callee.type === "MemberExpression" && (callee["property"] as Node)["name"] === "every";
    // outside of policies «every» is asked of much that is no right
    if (isEvery && (!isGuard || asks(node, policies))) {
      const id = fault("weaken", node, `any instead of all: «${textOf(node)}»`);
      const at = (callee["object"] as Node).end;
      depth += 1;
      insertions.push({ at, text: `[S.on(${id}, true) ? "some" : "every"]`, depth, opens: true, upTo: callee.end });
    }
  };

  const visitGuard = (node: Node, inTest: boolean): void => {
    if (node.type === "IfStatement" && leaves(node["consequent"] as Node)) {
      const test = node["test"] as Node;
      if (
        /actor\.(personId|assignments)|\.territoryId !==/.test(source.slice(test.start, test.end)) &&
        !asks(test, policies)
      ) {
        unasked(test, fault("delete", node, `without the guard «${textOf(test)}»`), "false");
      }
      visitGuard(test, true);
      visitGuard(node["consequent"] as Node, false);
      if (node["alternate"]) visitGuard(node["alternate"] as Node, false);
      return;
    }
    const isFilter =
      node.type === "CallExpression" &&
      ["filter", "some", "every", "find"].includes(
        String(((node["callee"] as Node)["property"] as Node | undefined)?.["name"]),
      );
    if (node.type === "Property" && (node["key"] as Node)["name"] === "can") return;
    if (node.type === "ObjectExpression") doors(node);
    if (node.type === "CallExpression") {
      if (inTest) visitCall(node, true);
      else if (SCOPES[String((node["callee"] as Node)["name"])]) widened(node);
    }
    each(node, (child) => visitGuard(child, inTest || isFilter));
  };
  /** the policy of a route itself: open to anyone, or, where it reads, to a token in a person's place; a token's writing has a door of its own */
  const doors = (route: Node) => {
    const valueOf = (name: string) =>
      (route["properties"] as Node[]).find((one) => (one["key"] as Node | undefined)?.["name"] === name)?.["value"] as
        | Node
        | undefined;
    const policy = valueOf("policy");
    const name = String(policy?.["name"]);
    if (!policy || (name !== "signedIn" && name !== "personOnly")) return;
    const opened = fault(
      "delete",
      policy,
      `the door ${name} of ${String(valueOf("action")?.["value"] ?? "these")} stands open`,
    );
    const forToken =
      name === "personOnly" && valueOf("method")?.["value"] === "GET"
        ? ` || S.on(${fault("swap", policy, "the door lets a token in")}, a.kind === "token")`
        : "";
    around(
      policy,
      `((p) => ({ name: p.name, allows: (a) => S.open || S.on(${opened})${forToken} || S.kept(${opened}, p.allows(a), true) }))(`,
      ")",
    );
  };
  /** a list is asked for everything */
  const widened = (node: Node) => {
    const name = String((node["callee"] as Node)["name"]);
    const id = fault("delete", node, `is not narrowed by ${name}`);
    around(node, `(S.on(${id}) ? ${SCOPES[name]} : S.kept(${id}, `, `, ${SCOPES[name]}))`);
  };

  const root = program as unknown as Node;
  if (isPolicy(file)) visitPolicy(root);
  else visitGuard(root, false);
  const registered = isPolicy(file)
    ? [...policies]
        .filter((name) => new RegExp(`export function ${name}\\(`).test(source))
        .map((name) => `S.policies.${name} = ${name};`)
    : [];
  return `const S = globalThis.probeSwitch;\n${applied(source, insertions)}\n${registered.join("\n")}`;
}

/** Names of exported policies of a file: rules that answer yes or no. */
export function policiesOf(file: string, source: string): readonly string[] {
  const names: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === "FunctionDeclaration" && returnsBoolean(node)) names.push(String((node["id"] as Node)["name"]));
    each(node, visit);
  };
  visit(parseSync(file, source).program as unknown as Node);
  return names;
}

function applied(source: string, insertions: readonly Insertion[]): string {
  const ordered = [...insertions].sort(
    (one, other) =>
      one.at - other.at ||
      Number(one.opens) - Number(other.opens) ||
      (one.opens ? one.depth - other.depth : other.depth - one.depth),
  );
  let text = "";
  let from = 0;
  for (const { at, text: inserted, upTo } of ordered) {
    text += source.slice(from, at) + inserted;
    from = upTo ?? at;
  }
  return text + source.slice(from);
}
