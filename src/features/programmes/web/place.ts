import { useParams } from "react-router";
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
  const { territoryId = "", programmeId = "" } = useParams();
  return {
    territoryId,
    programmeId,
    page: `/programmes/${territoryId}/${programmeId}`,
    api: `/api/programmes/${territoryId}/${programmeId}`,
  };
}
