/** Letters. No term, name or planned value is longer; a text that stands in a wrong cell is left whole instead of being weighed word by word. */
export const LONGEST_PHRASE = 2000;
