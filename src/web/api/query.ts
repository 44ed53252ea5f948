import { QueryClient, useMutation, useQueryClient, type QueryKey, type UseMutationResult } from "@tanstack/react-query";
import { useRef } from "react";
import { ApiProblem } from "./problem.ts";
import { newKey } from "./request.ts";

const RETRIES = 2;

/** What a screen asked for is kept for half a minute and asked again when one comes back to the window. */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        // A refusal is an answer: only a missing answer and a fault of the server are worth asking again.
        retry: (failures, error) =>
          failures < RETRIES && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500),
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  // The figures of the navigation are small and looked at on coming back to the window: they are never taken from memory alone.
  client.setQueryDefaults(["counts"], { refetchOnWindowFocus: "always" });
  return client;
}

/**
 * A write: `const submit = useWrite((input: Input, key) => request("/api/…", { method: "POST", body: input, key }), { refresh: [["reports"]] })`.
 * Pressing again with the same input repeats the same Idempotency-Key, so that a lost answer never makes a second row.
 * After success the queries under `refresh` are asked again (all of them unless given).
 */
export function useWrite<Input, Answer>(
  write: (input: Input, key: string) => Promise<Answer>,
  options: { readonly refresh?: readonly QueryKey[]; readonly onDone?: (answer: Answer, input: Input) => unknown } = {},
): UseMutationResult<Answer, Error, Input> {
  const queries = useQueryClient();
  const last = useRef<{ readonly body: string; readonly key: string } | null>(null);
  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => {
      const body = JSON.stringify(input) ?? "";
      if (last.current?.body !== body) last.current = { body, key: newKey() };
      return write(input, last.current.key);
    },
    onSuccess: async (answer, input) => {
      last.current = null;
      options.onDone?.(answer, input);
      if (options.refresh)
        await Promise.all(options.refresh.map((queryKey) => queries.invalidateQueries({ queryKey })));
      else await queries.invalidateQueries();
    },
  });
}
