/** A request that was answered, as metrics and logs may tell of it: no address, no person. */
export interface Answered {
  /** the action of the route, «report.submit»; «page» for the pages and their parts, «unknown» where no route stands */
  readonly action: string;
  readonly status: number;
  /** from the first byte asked to the last byte answered */
  readonly seconds: number;
}
