import { defineConfig } from "vitest/config";

/** Start an office program or read files made to exhaust a reader, which takes seconds: they run beside the database's tests and leave the fast gate fast. */
const SLOW_READING = [
  "src/platform/office/hostile-files.test.ts",
  "src/platform/office/office-program.test.ts",
  "src/platform/render/docx-office.test.ts",
  "src/main/read-command-office.test.ts",
  "src/main/read-pdf-sources.test.ts",
];

/** Laws try the same examples everywhere (docs/decisions/009); what one test sets in the environment ends with it. */
const SETUP = ["test/support/laws-setup.ts", "test/support/usual-environment.ts"];

/** Of every suite that opens pages; the times are long enough for a slow machine: nothing here measures time. */
const IN_BROWSER = {
  globalSetup: ["test/support/browser-setup.ts"],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
};

/**
 * Three suites of `npm test`: `unit` (pure, no database), `server` (a real PostgreSQL) and `browser` (a real Chromium); two more with commands
 * of their own: `stories`, which are long, and `gallery`, which takes pictures.
 */
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
          setupFiles: SETUP,
          include: [
            "src/{shared,domain,web,main}/**/*.test.ts",
            "src/features/*/{model,web}/**/*.test.ts",
            "src/platform/{office,render,config,clock}/**/*.test.ts",
            "test/house/**/*.test.ts",
          ],
          exclude: SLOW_READING,
        },
      },
      {
        test: {
          name: "server",
          include: [
            "src/platform/{db,http,auth,journal,jobs,files,mail,operations}/**/*.test.ts",
            "src/features/*/server/**/*.test.ts",
            "test/{scenarios,access,chaos,security,hostile,backup,migrations}/**/*.test.ts",
            ...SLOW_READING,
          ],
          globalSetup: ["test/support/server-setup.ts"],
          setupFiles: SETUP,
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
          ...IN_BROWSER,
          // pages wait more than they count: for what fades, for the pause before a draft is sent, for the worker
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: "stories",
          include: ["test/stories/**/*.test.ts"],
          ...IN_BROWSER,
          // the school year starts a program of its own, whose clock it moves; journeys go through the demonstration
          globalSetup: ["test/support/build-setup.ts", "test/support/server-setup.ts", "test/support/browser-setup.ts"],
          testTimeout: 30 * 60_000,
        },
      },
      { test: { name: "gallery", include: ["test/gallery/**/*.test.ts"], ...IN_BROWSER, maxWorkers: 2 } },
    ],
  },
});
