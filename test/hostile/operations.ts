import type { Shape } from "./conforms.ts";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: Shape;
}

/** One operation of the OpenAPI document. */
export interface Operation {
  readonly action: string;
  readonly method: string;
  /** «/api/programmes/{programmeId}» */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Shape | undefined;
  readonly takesFile: boolean;
  readonly reply: Shape | undefined;
  /** texts of declared problems by status */
  readonly problems: ReadonlyMap<number, string>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Shape }>>;
  readonly description?: string;
}
interface Described {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

/** Every operation of the document that the running program gives out. */
export function operationsOf(document: OpenApi): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      action: one.operationId,
      method: method.toUpperCase(),
      path,
      parameters: one.parameters,
      body: one.requestBody?.content?.["application/json"]?.schema,
      takesFile: one.requestBody?.content?.["multipart/form-data"] !== undefined,
      reply: one.responses["200"]?.content?.["application/json"]?.schema,
      problems: new Map(
        Object.entries(one.responses)
          .filter(([status]) => status !== "200")
          .map(([status, { description = "" }]) => [Number(status), description]),
      ),
    })),
  );
}
