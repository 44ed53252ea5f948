/** Root of the checkout: the commands that build and test run there. */
export const ROOT = process.cwd();
