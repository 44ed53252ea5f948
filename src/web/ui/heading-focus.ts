import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** True between a change of page and the moment its heading took the focus, or the person did something else. */
let waiting = false;
const cancel = () => {
  waiting = false;
};

/** Called once by the shell: after a change of path, the heading of the new page is to receive the focus. */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current !== pathname) waiting = true;
    last.current = pathname;
    addEventListener("keydown", cancel);
    addEventListener("pointerdown", cancel);
    return () => {
      removeEventListener("keydown", cancel);
      removeEventListener("pointerdown", cancel);
    };
  }, [pathname]);
}

/**
 * Gives the page's heading the focus after navigation, so that a screen reader says where one is, and names the window.
 * Children's effects run before the shell's, so the heading looks one frame later.
 */
export function useHeadingFocus(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title ? `${title} · Ориентир` : "Ориентир";
  }, [title]);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (!waiting) return;
      waiting = false;
      heading.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return heading;
}
