import { useParams, type Params } from "react-router";
import type { Id } from "#shared/ids.ts";

/** The programme whose page is open, out of the address. */
export interface ProgrammePlace {
  readonly territoryId: Id;
  readonly programmeId: Id;
  /** the address of its page */
  readonly page: string;
  /** the address of its interface */
  readonly api: `/api/${string}`;
}

export function useProgrammePlace(): ProgrammePlace {
  return programmePlace(useParams());
}

/** The same from the parts of an address. */
export function programmePlace({ territoryId = "", programmeId = "" }: Readonly<Params>): ProgrammePlace {
  return {
    territoryId,
    programmeId,
    page: `/programmes/${territoryId}/${programmeId}`,
    api: `/api/programmes/${territoryId}/${programmeId}`,
  };
}
