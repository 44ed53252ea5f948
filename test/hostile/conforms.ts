/** A JSON Schema as the OpenAPI document of the program holds it: the words that it uses, and no others. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape | false;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

const kindOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;

/** Where and how the value leaves the schema; undefined: it keeps to it. Fields the schema does not name are a fault too. */
export function strays(shape: Shape, value: unknown, at = "", root: Shape = shape): string | undefined {
  if (shape.$ref) {
    const named = shape.$ref === "#" ? root : root.$defs?.[shape.$ref.replace("#/$defs/", "")];
    return named ? strays(named, value, at, root) : `${at}: неизвестная ссылка ${shape.$ref}`;
  }
  if (shape.const !== undefined && value !== shape.const) return `${at}: не ${JSON.stringify(shape.const)}`;
  if (shape.enum && !shape.enum.includes(value)) return `${at}: не из списка`;
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) {
    const all = choices.map((one) => strays(one, value, at, root));
    if (all.every((one) => one !== undefined)) return all.find((one) => !/: не |вместо/.test(one ?? "")) ?? all[0];
  }
  for (const one of shape.allOf ?? []) {
    const stray = strays(one, value, at, root);
    if (stray) return stray;
  }
  const kind = kindOf(value);
  if (shape.type) {
    const types = typeof shape.type === "string" ? [shape.type] : shape.type;
    if (!types.includes(kind) && !(kind === "integer" && types.includes("number")))
      return `${at}: ${kind} вместо ${types.join("|")}`;
  }
  if (kind === "array") return straysInArray(shape, value as readonly unknown[], at, root);
  if (kind === "object") return straysInObject(shape, value as Readonly<Record<string, unknown>>, at, root);
  if (typeof value === "string" && shape.pattern && !new RegExp(shape.pattern, "u").test(value))
    return `${at}: не того вида`;
  if (typeof value === "number" && (value < (shape.minimum ?? -Infinity) || value > (shape.maximum ?? Infinity)))
    return `${at}: вне границ`;
  return undefined;
}

function straysInArray(shape: Shape, value: readonly unknown[], at: string, root: Shape): string | undefined {
  if (value.length < (shape.minItems ?? 0) || value.length > (shape.maxItems ?? Infinity)) return `${at}: длина`;
  for (const [n, one] of value.entries()) {
    const own = shape.prefixItems?.[n] ?? shape.items;
    if (own === false) return `${at}.${n}: лишний`;
    const stray = own && strays(own, one, `${at}.${n}`, root);
    if (stray) return stray;
  }
  return undefined;
}

function straysInObject(
  shape: Shape,
  value: Readonly<Record<string, unknown>>,
  at: string,
  root: Shape,
): string | undefined {
  const lost = shape.required?.find((name) => !(name in value));
  if (lost !== undefined) return `${at}.${lost}: нет`;
  for (const [name, one] of Object.entries(value)) {
    const own = shape.properties && Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
    const rest = shape.additionalProperties;
    if (!own && rest === false) return `${at}.${name}: не объявлено`;
    const wanted = own ?? (typeof rest === "object" ? rest : undefined);
    const stray = wanted && strays(wanted, one, `${at}.${name}`, root);
    if (stray) return stray;
  }
  return undefined;
}
