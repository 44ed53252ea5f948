import type { ComponentType } from "react";
import type { Params } from "react-router";
import type { Counts } from "#features/obligations/model/contract.ts";
import type { Asking } from "./api/asking.ts";
import type { Me } from "./api/me.ts";
import type { IconName } from "./ui/icon.tsx";

/** The module of a page; the page is its default export, so that it is fetched when it is opened. */
export type PageModule = () => Promise<{ readonly default: ComponentType }>;

/** A place in the navigation. */
export interface SliceNavigation {
  /** the word on the left: «Что сделать» */
  readonly label: string;
  readonly icon: IconName;
  /** 10, 20, 30 …; the first visible one is where a person lands after sign-in */
  readonly order: number;
  /** the figure beside the word; none where it is 0 */
  readonly count?: (counts: Counts) => number;
  /** a short word for the bar of a phone; places that have one always stand there, the home first */
  readonly phone?: string;
  /** addresses of other slices that are reached from here and stand under this word too */
  readonly around?: readonly string[];
  /** «Помощь» and the like stand below the rest */
  readonly below?: boolean;
  readonly visible: (me: Me) => boolean;
}

/** A part of a page with its own address, shown where the page puts `<Outlet />`. */
export interface SlicePart {
  /** relative; "" is what the page's own address shows */
  readonly path: string;
  readonly page: PageModule;
  /** drawn where the page of the part has a picture too */
  readonly picture?: SlicePicture;
  /** the part is a tab of its page; tabs stand in order: 10, 20, 30 … */
  readonly tab?: { readonly label: string; readonly order: number };
}

/**
 * A part that one slice adds to a page of another, named by its address, so that neither imports the other:
 * `{ of: "/programmes/:territoryId/:programmeId", path: "execution", tab: { label: "Исполнение", order: 40 }, page: … }`.
 * A slice exports `additions: readonly SliceAddition[]` from `web/routes.tsx`; one line in `src/web/routes.tsx` adds it.
 */
export interface SliceAddition extends SlicePart {
  readonly of: string;
}

/** What a page asks: the server draws its first picture of these answers (docs/decisions/037), and they are asked for while its code comes. */
export interface SlicePicture {
  /** but for the session and the figures of the navigation, which every page asks; `params` stand in the address */
  readonly asks: (me: Me, params: Readonly<Params>) => readonly Asking<unknown>[];
  /** its places for parts of other slices: what these ask is asked too */
  readonly slots?: readonly string[];
}

/** A page of a slice. Each slice exports `routes: readonly SliceRoute[]` from `web/routes.tsx`. */
export interface SliceRoute {
  /** absolute: "/reports/:id" */
  readonly path: string;
  readonly page: PageModule;
  readonly picture?: SlicePicture;
  readonly parts?: readonly SlicePart[];
  readonly navigation?: SliceNavigation;
  /** `app`: inside the shell, for people who are signed in; `wide`: signed in, the whole window is the page's; `bare`: open to all */
  readonly layout: "app" | "wide" | "bare";
}
