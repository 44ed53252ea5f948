/** Asks the product's own interface, «/api/session», for whoever opens the page; fails for every refusal. */
export type Ask = (address: string) => Promise<unknown>;

/** A page as somebody asks for it. */
export interface AskedPage {
  /** its address without a query: «/todo» */
  readonly path: string;
  /** what the browser keeps of the person's choices */
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

/** What the pages' code takes over: where the picture stands and the answers it was drawn of, by address. */
export interface PictureFacts {
  readonly path: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface Picture {
  /** what stands in the page until its code comes: markup without scripts */
  readonly markup: string;
  readonly facts: PictureFacts;
}

/**
 * Draws the first picture of a page on the server with the components of the pages themselves; undefined where that page has none, is no
 * place of this person, or is too long to be drawn beside other work. Fails where a question of it is refused.
 */
export type DrawPicture = (page: AskedPage, ask: Ask) => Promise<Picture | undefined>;

/** The element of a page that holds `PictureFacts` as JSON; it leaves the page once the code has taken over. */
export const FACTS_ELEMENT = "first-picture";

/** The cookie by which a device tells the address of the styles that it keeps. */
export const STYLES_KEPT = "orientir_styles";
