import { isIP } from "node:net";

/** Whether a host of an address is this very machine: what goes there crosses no line. A name that only begins so is not. */
export function isOwnMachine(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}
