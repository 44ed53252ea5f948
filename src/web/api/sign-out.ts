import { cookieOf, keepCookie } from "./device-cookie.ts";
import { clearPerson } from "./device-store.ts";
import { ApiProblem } from "./problem.ts";
import { placeCookie } from "./me.ts";
import { newKey, request } from "./request.ts";

/** The key of a sign-out that the server has not heard of yet: a cookie, so that no picture is drawn for a person who left. */
export const UNHEARD = "orientir_unheard";
/** How the other pages of this browser hear of one. */
const LEFT = "orientir/left";

/**
 * Signs out and leaves nothing of the person in this browser: what was typed and not sent, what the pages show, here and in the other
 * pages of the account (OWASP ASVS 5.0, 14.3.1). Where the server cannot be reached it is cleared all the same, and the server is told when
 * the program is next opened. Throws ApiProblem where the server answers that it could not.
 */
export async function signOut(accountId: string | undefined, key = newKey()): Promise<void> {
  try {
    await request("/api/session", { method: "DELETE", key, askToSignIn: false });
  } catch (fault) {
    const { status } = fault as ApiProblem;
    if (status === 0) keepCookie(UNHEARD, key);
    else if (status !== 401) throw fault;
  }
  if (accountId) localStorage.setItem(LEFT, `${accountId} ${key}`);
  leave(accountId);
}

/** A sign-out in another page of this browser closes this one too; returns how to stop listening. */
export function leaveWithOthers(accountId: string): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === LEFT && newValue?.startsWith(`${accountId} `)) leave(accountId);
  };
  addEventListener("storage", hear);
  return () => removeEventListener("storage", hear);
}

/**
 * Tells the server of a sign-out that it has not heard of: «heard» where it heard of it just now, so that what the page has asked before is
 * void, «unheard» where it still has not.
 */
export async function finishSignOut(): Promise<"none" | "heard" | "unheard"> {
  const key = cookieOf(UNHEARD);
  if (!key) return "none";
  const answered = await request("/api/session", { method: "DELETE", key, askToSignIn: false }).then(
    () => true,
    (fault: unknown) => fault instanceof ApiProblem && fault.status === 401,
  );
  if (!answered) return "unheard";
  keepCookie(UNHEARD, undefined);
  return "heard";
}

function leave(accountId: string | undefined): void {
  if (accountId) {
    clearPerson(accountId);
    keepCookie(placeCookie(accountId), undefined);
  }
  // the browser keeps a page as it was for its «back»: that one must not come up again
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
  location.replace("/sign-in");
}
