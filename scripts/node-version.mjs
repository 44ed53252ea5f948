/** Imported first by every script: stops with one clear sentence on a Node that is too old to run the product. */
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Нужен Node.js 20.19 или новее, здесь ${process.versions.node}. Установите его с https://nodejs.org и повторите команду.`,
  );
  console.error(
    `Node.js 20.19 or newer is required, this is ${process.versions.node}. Install it from https://nodejs.org and try again.`,
  );
  process.exit(1);
}
