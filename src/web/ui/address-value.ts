import { useCallback } from "react";
import { useSearchParams } from "react-router";

/**
 * A value that lives in the address bar, so that a view can be sent as a link. The fallback is not written there.
 * A changed filter starts the list anew: `page` is dropped.
 */
export function useAddressValue(name: string, fallback = ""): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (value === fallback) next.delete(name);
          else next.set(name, value);
          if (name !== "page") next.delete("page");
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [name, fallback, setParams],
  );
  return [params.get(name) ?? fallback, set];
}
