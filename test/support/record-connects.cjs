// Loaded before the program (NODE_OPTIONS=--require …): writes down every connection it opens and every name it looks up, a JSON line each.
const { appendFileSync } = require("node:fs");
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

const file = process.env.RECORD_CONNECTS_TO;
const record = (kind, to) => file && appendFileSync(file, `${JSON.stringify({ kind, to })}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  // net.connect hands over its arguments sorted into one list
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const to =
    typeof first === "object" && first !== null
      ? (first.path ?? first.host ?? "localhost")
      : typeof first === "string" && Number.isNaN(Number(first))
        ? first
        : typeof second === "string"
          ? second
          : "localhost";
  record("connect", String(to));
  return connect.apply(this, args);
};

for (const home of [dns, dns.promises])
  for (const name of Object.keys(home).filter((one) => /^(lookup|resolve|reverse)/.test(one))) {
    const ask = home[name];
    home[name] = function (wanted, ...rest) {
      record("name", String(wanted));
      return ask.call(this, wanted, ...rest);
    };
  }

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  record("datagram", String(args.find((one) => typeof one === "string") ?? "localhost"));
  return send.apply(this, args);
};
