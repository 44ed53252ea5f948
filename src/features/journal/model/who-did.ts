/** Deeds at an account before anybody was signed in, that proved nobody: whose account it was is no sign of who sat there. */
export const TRIES: readonly string[] = ["session.refuse", "factor.refuse"];

export interface Deed {
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
}

/** Before a sign-in nobody is known, but whoever gave the password, the link or the code of an account is taken for its person. */
export function isOfAccountsPerson({ actor, action, subject_kind }: Deed): boolean {
  return actor === "public" && subject_kind === "account" && !TRIES.includes(action);
}
