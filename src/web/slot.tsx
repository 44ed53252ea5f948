import type { Asking } from "./api/asking.ts";
import type { Me } from "./api/me.ts";
import { createContext, useContext, type ComponentType, type ReactNode } from "react";
import type { Params } from "react-router";

/** What a page tells the parts that others put into it: identifiers of what stands there. */
export type SlotFacts = Readonly<Record<string, string>>;

/**
 * A small part that one slice puts into a page of another, at a place which that page has named, so that neither imports the other:
 * `{ slot: "programme-head", part: arriving(() => import("./parts/programme-head.tsx")) }`. A part that belongs to a whole page of its own
 * is a `SliceAddition`. A slice exports `fills: readonly SliceFill[]` from `web/routes.tsx`; one line in `src/web/routes.tsx` adds it.
 */
export interface SliceFill {
  readonly slot: string;
  readonly part: ComponentType<SlotFacts>;
  /** what it asks on a page that says what it asks (`SliceRoute.picture`) */
  readonly asks?: (me: Me, params: Readonly<Params>) => readonly Asking<unknown>[];
}

const Fills = createContext<readonly SliceFill[]>([]);

/** Holds what slices put into one another's pages. */
export function SlotFills({ fills, children }: { readonly fills: readonly SliceFill[]; readonly children: ReactNode }) {
  return <Fills value={fills}>{children}</Fills>;
}

/** A named place; nothing where nobody fills it. */
export function Slot({ name, facts }: { readonly name: string; readonly facts: SlotFacts }) {
  const fills = useContext(Fills).filter((fill) => fill.slot === name);
  return fills.map(({ part: Part }, at) => <Part key={`${name} ${at}`} {...facts} />);
}
