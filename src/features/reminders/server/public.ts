export { reachedByHand, writeByHand } from "./write-by-hand.ts";
