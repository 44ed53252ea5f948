import "./node-version.mjs";
import { ROOT, runTool, say, seconds } from "./command.mjs";
import { install } from "./install.mjs";

// npm run migrations: every earlier release with data is brought to this one, and the database's process is killed at every statement of
// every migration. `npm test` tries a few of each.
await install();
process.chdir(ROOT);
const { code, ms } = await runTool("vitest/vitest.mjs", ["run", "--project", "server", "test/migrations"], {
  env: { ...process.env, NODE_ENV: "test", MIGRATIONS: "all" },
});
say(`${code === 0 ? "Все выпуски доходят до этого" : "Не доходят, причина выше"}, ${seconds(ms)}`);
process.exit(code);
