/** A request that was answered, as metrics and logs may tell of it: no address, no person. */
export interface Answered {
  /** the action of the route, «report.submit»; «page» for the pages and their parts, «unknown» where no route stands */
  readonly action: string;
  readonly status: number;
  /** why access was refused (401, 403, 404, 429): the code of the problem */
  readonly refusal?: string | undefined;
  /** from the first byte asked to the last byte answered */
  readonly seconds: number;
}
