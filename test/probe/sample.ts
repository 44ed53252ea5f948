/** A JSON Schema as `z.toJSONSchema` writes it; only what a sample needs. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
}

/** What a sample takes for a property of this name; undefined: make something fitting. */
export type Choose = (name: string) => unknown;

/** A value that keeps to the schema, its identifiers, versions and days taken from `choose`. */
export function sample(schema: Schema, choose: Choose, name = ""): unknown {
  const chosen = choose(name);
  if (chosen !== undefined) return chosen;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const options = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (options) return sample(options.find((one) => one.type !== "null") ?? options[0]!, choose, name);
  const type = typeof schema.type === "string" ? schema.type : schema.type?.find((one) => one !== "null");
  switch (type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) || choose(key) !== undefined)
          .map(([key, value]) => [key, sample(value, choose, key)]),
      );
    case "array":
      return schema.minItems === 0 || !schema.items ? [] : [sample(schema.items, choose, name)];
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return false;
    case "null":
      return null;
    default:
      return "Слово для пробы".padEnd(schema.minLength ?? 0, "я");
  }
}
