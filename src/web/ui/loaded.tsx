import type { UseQueryResult } from "@tanstack/react-query";
import { isValidElement, type ReactNode } from "react";
import { isRefusal } from "../api/problem.ts";
import { ButtonLink } from "./button.tsx";
import { ErrorState } from "./error-state.tsx";
import { PageSkeleton, RowsSkeleton } from "./skeleton.tsx";

export interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** what to say when it fails: «Список не открылся» */
  readonly title?: string;
  readonly skeleton?: ReactNode;
}

/** A query on the page: what is known is shown, even old; else the failure with a way to repeat or, after a refusal, a way out; else a skeleton. */
export function Loaded<Data>({
  query,
  children,
  title = "Страница не открылась",
  skeleton = <RowsSkeleton />,
}: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    // whoever waits with the skeleton of a whole page has no heading yet but this one
    const level = isValidElement(skeleton) && skeleton.type === PageSkeleton ? 1 : 2;
    // asking again mends a lost answer, never a refusal
    if (isRefusal(query.error))
      return (
        <ErrorState title={title} problem={query.error} level={level}>
          <ButtonLink to="/">На главную</ButtonLink>
        </ErrorState>
      );
    return <ErrorState title={title} problem={query.error} level={level} onRetry={() => void query.refetch()} />;
  }
  return skeleton;
}
