import type { QueryClient } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import type { RouteObject } from "react-router";
import { FACTS_ELEMENT, type PictureFacts } from "#shared/first-picture.ts";
import { meetPerson, SESSION_ADDRESS, sessionQuery, type SessionAnswer } from "./api/me.ts";
import { ANSWERS_NOW } from "./answers-now.ts";
import { keepStyles } from "./keep-styles.ts";
import { askedBy, keepAnswers, shownAt } from "./picture-answers.ts";

/**
 * Takes what the server drew the page of, where it did, as if it had just been asked: nothing is asked twice. Tells whether the page is drawn.
 * Afterwards the address is that of the page, which «/» leads to.
 */
export function takeFacts(queries: QueryClient, routes: RouteObject[]): boolean {
  const text = document.getElementById(FACTS_ELEMENT)?.textContent;
  if (!text) return false;
  const { path, answers } = JSON.parse(text) as PictureFacts;
  // the answers are as old as the page, which may have waited long for this code
  const asked = Date.now() - performance.now();
  const me = meetPerson(answers[SESSION_ADDRESS] as SessionAnswer, new Date(asked));
  if (!me) return false;
  queries.setQueryData(sessionQuery.queryKey, me, { updatedAt: asked });
  keepAnswers(queries, askedBy(shownAt(routes, path), me), answers, asked);
  if (location.pathname !== path) history.replaceState(history.state, "", path + location.hash);
  return true;
}

/** Once the page answers: the facts leave it, what was pressed before is done, and its styles are kept for the next one. */
export function Answering({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    document.getElementById(FACTS_ELEMENT)?.remove();
    document.dispatchEvent(new Event(ANSWERS_NOW));
    keepStyles();
  }, []);
  return children;
}
