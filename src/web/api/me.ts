import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Place, Session } from "#features/people/model/contract.ts";
import { ApiProblem } from "./problem.ts";
import { dropOldDrafts } from "./device-store.ts";
import { productTime, setProductClock } from "./product-clock.ts";
import { request } from "./request.ts";
import { signInAgain } from "./session-gate.ts";

/** Who is signed in, at which of their places they work now, and what the product's clock says. */
export interface Me extends Session {
  /** the place chosen in the user menu; all rights hold at all places, this is what the screens are about */
  readonly current: Place;
}

type Answer = Session | null | undefined;

/** The session; null where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ client, signal }): Promise<Me | null> => {
    const now = await readSession(signal);
    // Somebody was here: the session ended under an open page, which must not be thrown away.
    const before = client.getQueryData<Me | null>(["session"]);
    if (!now && before && (await signInAgain())) return readSession(signal);
    return now;
  },
});

let cleaned = false;

/** Learns what time it is; only then can be told which drafts are old, for the device's own clock may be years away. */
function tellTime(now: string): void {
  setProductClock(now);
  if (!cleaned) dropOldDrafts(productTime(new Date()));
  cleaned = true;
}

/** Asks who is signed in; null for nobody. */
export async function readSession(signal?: AbortSignal): Promise<Me | null> {
  try {
    const answer = await request<Answer>("/api/session", { signal, askToSignIn: false });
    if (answer) tellTime(answer.clock.now);
    return meOf(answer);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export function useSession(): UseQueryResult<Me | null> {
  return useQuery(sessionQuery);
}

/** Who is signed in. Only under the `app` and `wide` layouts, which show nothing before it is known. */
export function useMe(): Me {
  const { data } = useSession();
  if (!data) throw new Error("useMe is for pages of the app layout, where somebody is signed in");
  return data;
}

/** One place among a person's own: role, territory and organisation. */
export function placeKey(place: Place): string {
  return [place.role, place.territoryId, place.organisationId ?? ""].join("/");
}

/** «СОШ № 3 п. Лесной» or «Приозёрский округ». */
export function placeName(place: Place): string {
  return place.organisationName ?? place.territoryName;
}

const chosenPlace = (accountId: string) => `orientir/place/${accountId}`;

/** The same person at another of their places; the choice is remembered on this device. */
export function choosePlace(me: Me, key: string): Me {
  localStorage.setItem(chosenPlace(me.account.id), key);
  return { ...me, current: me.places.find((place) => placeKey(place) === key) ?? me.current };
}

/** A curator of several schools stands at none of them: the attachments in one territory are one place. */
export function placesOf(places: readonly Place[]): Place[] {
  const attached = (place: Place) => places.filter((one) => one.role === "curator" && sameTerritory(one, place));
  return places
    .filter((place) => place.role !== "curator" || attached(place)[0] === place)
    .map((place) => {
      const many = place.role === "curator" ? attached(place).length : 1;
      return many > 1 ? { ...place, organisationId: null, organisationName: `Прикреплённые школы: ${many}` } : place;
    });
}

const sameTerritory = (one: Place, other: Place) => one.territoryId === other.territoryId;

function meOf(answer: Answer): Me | null {
  if (!answer) return null;
  const places = placesOf(answer.places);
  const [first] = places;
  if (!first) return null;
  const chosen = localStorage.getItem(chosenPlace(answer.account.id));
  const current = places.find((place) => placeKey(place) === chosen) ?? first;
  return { ...answer, places, current };
}
