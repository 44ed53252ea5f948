import { useEffect, useState } from "react";

const PAUSE_MS = 180;

/** The value once it has not changed for a moment; an emptied one at once. */
export function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const pause = setTimeout(() => setRested(value), value === "" ? 0 : PAUSE_MS);
    return () => clearTimeout(pause);
  }, [value]);
  return rested;
}
