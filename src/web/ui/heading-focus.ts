import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** True between a change of page and the moment its heading took the focus, or the person did something else. */
let waiting = false;
/** True once the person has done anything: until then the page begins at its beginning. */
let touched = false;
const cancel = () => {
  waiting = false;
  touched = true;
};

/** What had the focus went away with a part of the page, and nothing took it. */
const isLost = () => touched && document.activeElement === document.body;

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
 * Gives the page's heading the focus after navigation, and where a step of the same page took the focus away with it, so that a screen reader says where one is, and names the window.
 * Children's effects run before the shell's, so the heading looks one frame later.
 */
export function useHeadingFocus(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title ? `${title} · Ориентир` : "Ориентир";
  }, [title]);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (!waiting && !isLost()) return;
      waiting = false;
      heading.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return heading;
}
