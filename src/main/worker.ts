import { runWorker } from "./commands/worker.ts";

// the same as `npm run orientir -- worker`, for a service manager
process.exitCode = await runWorker((line) => void process.stdout.write(`${line}\n`)).catch((fault: unknown) => {
  process.stderr.write(`${(fault as Error).message}\n`);
  return 1;
});
