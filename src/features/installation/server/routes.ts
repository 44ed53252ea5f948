import { personOnly, route, type Route } from "#platform/http/route.ts";
import { InstallationView } from "../model/contract.ts";
import { readInstallation } from "./read-installation.ts";

/** How the program itself stands. */
export const installationRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/api/installation",
    action: "installation.read",
    summary: "How the installation stands: database, disk, jobs, backups and their drills; for administrators",
    policy: personOnly,
    reply: InstallationView,
    problems: {},
    touches: ["program_copy", "backup_run", "stored_file", "dead_job", "migration"],
    handle: readInstallation,
  }),
];
