import { z } from "zod";
import { COMMON_PROBLEMS } from "#shared/problem.ts";
import type { Route } from "./route.ts";

/** The OpenAPI 3.1 document of the route table, made from the same contracts that parse requests. */
export function openApiOf(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  }
  return { openapi: "3.1.0", info: { title: "Ориентир", version: "1" }, paths };
}

function operationOf(route: Route): object {
  const problems = { ...COMMON_PROBLEMS, ...route.problems };
  const responses: Record<string, object> = {
    "200": {
      description: "OK",
      ...(route.reply ? { content: { "application/json": { schema: schemaOf(route.reply, "output") } } } : {}),
    },
  };
  for (const [code, kind] of Object.entries(problems)) {
    responses[String(kind.status)] ??= { description: "", content: { "application/problem+json": {} } };
    const response = responses[String(kind.status)] as { description: string };
    response.description += `${response.description ? "; " : ""}${code}: ${kind.text}`;
  }
  return {
    operationId: route.action,
    summary: route.summary,
    "x-policy": route.policy.name,
    "x-touches": route.touches,
    parameters: [...parametersOf(route.params, "path"), ...parametersOf(route.query, "query")],
    ...(route.body
      ? { requestBody: { content: { "application/json": { schema: schemaOf(route.body, "input") } } } }
      : {}),
    ...(route.takesFile
      ? {
          requestBody: {
            content: {
              "multipart/form-data": {
                schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
              },
            },
          },
        }
      : {}),
    responses,
  };
}

function parametersOf(contract: z.core.$ZodType | undefined, place: "path" | "query"): object[] {
  if (!contract) return [];
  const schema = schemaOf(contract, "input") as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (schema.required ?? []).includes(name),
    schema: property,
  }));
}

function schemaOf(contract: z.core.$ZodType, io: "input" | "output"): object {
  return z.toJSONSchema(contract, { io, unrepresentable: "any" });
}
