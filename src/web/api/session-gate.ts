/**
 * The door an expired session goes through: instead of losing the page, the person signs in over it and the request goes again.
 * The shell hangs the dialog here; requests only ask.
 */
type Ask = () => Promise<boolean>;

let ask: Ask | undefined;
let asking: Promise<boolean> | undefined;

/** Called by the dialog; returns how to take it down. */
export function answerExpiredSession(handler: Ask): () => void {
  ask = handler;
  return () => {
    if (ask === handler) ask = undefined;
  };
}

/** True once the same person is signed in again. Requests that fail together open one dialog. */
export function signInAgain(): Promise<boolean> {
  if (!ask) return Promise.resolve(false);
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}
