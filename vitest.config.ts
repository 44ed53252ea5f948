import { defineConfig } from "vitest/config";

/** Three suites: `unit` (pure, no database), `server` (a real PostgreSQL) and `browser` (a real Chromium). */
/** Start an office program, which takes seconds: they run beside the database's tests and leave the fast gate fast. */
const WITH_OFFICE = ["src/platform/office/office-program.test.ts", "src/main/read-pdf-sources.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // pure code shares nothing that a test could spoil, and loading it once takes a third of the time
          isolate: false,
          testTimeout: 30_000,
          include: [
            "src/{shared,domain,web,main}/**/*.test.ts",
            "src/features/*/{model,web}/**/*.test.ts",
            "src/platform/{office,render,config,clock}/**/*.test.ts",
            "test/house/**/*.test.ts",
          ],
          exclude: WITH_OFFICE,
        },
      },
      {
        test: {
          name: "server",
          include: [
            "src/platform/{db,http,auth,journal,jobs,files,mail}/**/*.test.ts",
            "src/features/*/server/**/*.test.ts",
            "test/{scenarios,migrations,access}/**/*.test.ts",
            ...WITH_OFFICE,
          ],
          globalSetup: ["test/support/server-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          isolate: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/support/browser-setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 2,
        },
      },
    ],
  },
});
