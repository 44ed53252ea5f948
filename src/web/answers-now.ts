/** What the document is told once the page's code answers. */
export const ANSWERS_NOW = "orientir:answers";
