import { flushSync } from "react-dom";
import { startTransition, useCallback, useEffect, useState } from "react";

/** How many pieces of a document are drawn before the page is first seen. */
const AT_ONCE = 2;

/**
 * The pieces of a long document that are drawn: the first ones and those asked for at once, the others one by one while the page has
 * nothing else to do. In the end all of them are there, so that the browser finds, prints and reads aloud the whole of it.
 */
export function useMountedChunks(count: number, needed: number | null) {
  const [mounted, setMounted] = useState<ReadonlySet<number>>(() => new Set());
  const mount = useCallback((at: number) => setMounted((now) => (now.has(at) ? now : new Set(now).add(at))), []);
  const isMounted = (at: number) => at < AT_ONCE || at === needed || mounted.has(at);
  const next = Array.from({ length: count }, (_, at) => at).find((at) => !isMounted(at));
  useEffect(() => {
    if (next === undefined) return;
    const idle = setTimeout(() => startTransition(() => mount(next)), 30);
    return () => clearTimeout(idle);
  }, [next, mount]);
  // paper takes the whole document, however soon it is printed
  useEffect(() => {
    const all = () => flushSync(() => setMounted(new Set(Array.from({ length: count }, (_, at) => at))));
    addEventListener("beforeprint", all);
    return () => removeEventListener("beforeprint", all);
  }, [count]);
  return { isMounted, mount };
}
