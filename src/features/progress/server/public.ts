/** What other slices and the composition root may ask of progress. */
export { programmeFacts } from "./programme-facts.ts";
