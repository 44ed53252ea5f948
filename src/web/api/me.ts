import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { Place, Session } from "#features/people/model/contract.ts";
import { cookieOf, keepCookie } from "./device-cookie.ts";
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

/** What the server says of who is signed in; null for nobody. */
export type SessionAnswer = Session | null;

/** where the session is asked for */
export const SESSION_ADDRESS = "/api/session";

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
function tellTime(now: string, device: Date): void {
  setProductClock(now, device);
  if (!cleaned) dropOldDrafts(productTime(new Date()));
  cleaned = true;
}

/** Who the answer names, at the place last chosen on this device; from here on the page knows the time. */
export function meetPerson(answer: SessionAnswer, device: Date = new Date()): Me | null {
  if (!answer) return null;
  tellTime(answer.clock.now, device);
  return meOf(answer, cookieOf(placeCookie(answer.account.id)));
}

/** Asks who is signed in; null for nobody. */
export async function readSession(signal?: AbortSignal): Promise<Me | null> {
  try {
    return meetPerson(await request<SessionAnswer>(SESSION_ADDRESS, { signal, askToSignIn: false }));
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

/** Where a device keeps the place its person chose: the server draws the first picture of that one. */
export const placeCookie = (accountId: string) => `orientir_place_${accountId}`;

/** The same person at another of their places; the choice is remembered on this device. */
export function choosePlace(me: Me, key: string): Me {
  keepCookie(placeCookie(me.account.id), key);
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

/** The person at the chosen place, or at the first of theirs; null where they have none. */
export function meOf(session: Session, chosen: string | undefined): Me | null {
  const places = placesOf(session.places);
  const [first] = places;
  if (!first) return null;
  return { ...session, places, current: places.find((place) => placeKey(place) === chosen) ?? first };
}
