interface Placed {
  readonly id: string;
  readonly parentId: string | null;
}

/** A section with all the sections inside it, by id. */
export function sectionsWithin(id: string, sections: readonly Placed[]): ReadonlySet<string> {
  const found = new Set([id]);
  // a section may stand before its parent in the list: repeat until nothing is added
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const section of sections) if (section.parentId !== null && found.has(section.parentId)) found.add(section.id);
  }
  return found;
}
