import { useLayoutEffect, useRef, type ComponentProps } from "react";
import { standFloats } from "./float-target.ts";

/** The main part of a page. What floats over it, menus and dialogs, belongs to it, so that it lies within a landmark of the page. */
export function Main({ children, ...props }: ComponentProps<"main">) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => standFloats(place.current!), []);
  return (
    <main {...props}>
      {children}
      <div className="floats" ref={place} />
    </main>
  );
}
