import { useEffect, useState } from "react";

const REST_MS = 700;

/** False for a moment after the part appears: the second press of a double click must not reach what came under it. */
export function useRested(): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const pause = setTimeout(() => setRested(true), REST_MS);
    return () => clearTimeout(pause);
  }, []);
  return rested;
}
