import { useEffect, useState } from "react";

/** What a form checks itself by: its main action, by a press or by Enter. */
const CHECKS = ".btn.p, [type=submit]";

/**
 * The error of a field while it still speaks of what the field holds: it was found in one value, and goes when another is written. A
 * press of the form's main action is a new check, which finds it again.
 */
export function useStandingError(error: string | undefined, value: unknown): string | undefined {
  const [judged, setJudged] = useState({ error, value });
  if (judged.error !== error) setJudged({ error, value });
  const changed = error !== undefined && judged.error === error && judged.value !== value;
  useEffect(() => {
    if (!changed) return;
    const again = (event: Event) => {
      const pressed = event.type === "submit" || (event.target as Element).closest(CHECKS) !== null;
      if (pressed) setJudged({ error, value });
    };
    document.addEventListener("click", again);
    document.addEventListener("submit", again);
    return () => {
      document.removeEventListener("click", again);
      document.removeEventListener("submit", again);
    };
  }, [changed, error, value]);
  return changed ? undefined : error;
}
