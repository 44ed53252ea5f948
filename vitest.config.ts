import { defineConfig } from "vitest/config";

/** Start an office program, which takes seconds: they run beside the database's tests and leave the fast gate fast. */
const WITH_OFFICE = [
  "src/platform/office/office-program.test.ts",
  "src/platform/render/docx-office.test.ts",
  "src/main/read-command-office.test.ts",
  "src/main/read-pdf-sources.test.ts",
];

/** Laws try the same examples everywhere (docs/decisions/009). */
const LAWS = ["test/support/laws-setup.ts"];

/** Three suites: `unit` (pure, no database), `server` (a real PostgreSQL) and `browser` (a real Chromium). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // pure code shares nothing that a test could spoil, and loading it once takes a third of the time
          isolate: false,
          // a search for counterexamples takes as long as it was asked to
          testTimeout: process.env["ORIENTIR_LAW_RUNS"] ? 0 : 30_000,
          hookTimeout: 30_000,
          setupFiles: LAWS,
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
            "src/platform/{db,http,auth,journal,jobs,files,mail,operations}/**/*.test.ts",
            "src/features/*/server/**/*.test.ts",
            "test/{scenarios,access,chaos,security,hostile,backup,migrations}/**/*.test.ts",
            ...WITH_OFFICE,
          ],
          globalSetup: ["test/support/server-setup.ts"],
          setupFiles: LAWS,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          isolate: false,
          // each file has databases of its own: while one waits for PostgreSQL the other works
          maxWorkers: 2,
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
