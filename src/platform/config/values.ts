import { isIP } from "node:net";
import { z } from "zod";
import { isOwnMachine } from "./own-machine.ts";
import { LINES, type Line } from "./unencrypted.ts";

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number, example: number) {
  return z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: ({ input }) =>
        `«${String(input)}» не подходит. Укажите целое число от ${least} до ${most}, например ${example}.`,
    })
    .transform(Number);
}

/** `1` or `0`. */
export const yesOrNo = z
  .enum(["0", "1"], { error: ({ input }) => `«${String(input)}» не подходит. Укажите 1 (да) или 0 (нет).` })
  .transform((text) => text === "1");

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, {
    error: ({ input }) => `«${String(input)}» не подходит. Укажите одно из: ${words.join(", ")}.`,
  });
}

/** «127.0.0.1:9464»: an address of this machine and a port, to listen there. */
export const listenAddress = z
  .string()
  .regex(/^(\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i, {
    error: ({ input }) => `«${String(input)}» не подходит. Укажите адрес и порт, например 127.0.0.1:9464.`,
  })
  .transform((text) => {
    const at = text.lastIndexOf(":");
    return { host: text.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(text.slice(at + 1)) };
  });

export const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "нужен адрес вида postgresql://пользователь:пароль@сервер:5432/база.");

/** An address of pages or of a service, without a slash at its end. */
export const webAddress = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:\/\//.test(text), {
    error: ({ input }) => `«${String(input)}» не адрес. Укажите полный адрес, например https://orientir.example.ru.`,
  })
  .transform((text) => text.replace(/\/+$/, ""));

export const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), {
    error: ({ input }) => `«${String(input)}» не момент времени. Укажите, например, 2021-12-10T09:00:00+03:00.`,
  })
  .transform((text) => new Date(text));

/** What Fastify's `trustProxy` takes for an address: an IP, a network of them, or one of its own names. */
function isProxy(address: string): boolean {
  const [ip = "", bits = "0"] = address.trim().split("/");
  return /^(loopback|linklocal|uniquelocal)$/.test(address.trim()) || (isIP(ip) !== 0 && /^\d{1,3}$/.test(bits));
}

export const proxyAddresses = z.string().refine((text) => text.split(",").every(isProxy), {
  error: ({ input }) => `«${String(input)}» не адрес прокси. Укажите его IP-адрес, например 10.0.0.5.`,
});

/** «03:00» by the clock of this machine. */
export const timeOfDay = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, {
    error: ({ input }) => `«${String(input)}» не время суток. Укажите часы и минуты, например 03:00.`,
  })
  .transform((text) => {
    const [hour, minute] = text.split(":").map(Number);
    return { hour: hour!, minute: minute! };
  });

/** «7,4,12»: how many daily, weekly and monthly backups are kept. */
export const backupsKept = z
  .string()
  .regex(/^[1-9]\d{0,2},\d{1,3},\d{1,3}$/, {
    error: ({ input }) =>
      `«${String(input)}» не подходит. Укажите через запятую, сколько хранить дневных, недельных и месячных копий, например 7,4,12.`,
  })
  .transform((text) => {
    const [daily, weekly, monthly] = text.split(",").map(Number);
    return { daily: daily!, weekly: weekly!, monthly: monthly! };
  });

/** Open keys of age, «age1…», through commas: whoever holds the secret one of any of them reads the backups. */
export const openKeys = z
  .string()
  .regex(/^age1[02-9ac-hj-np-z]{58}(,\s*age1[02-9ac-hj-np-z]{58})*$/, {
    error: ({ input }) =>
      /SECRET/i.test(String(input))
        ? "здесь нужен открытый ключ (age1…), а указан секретный. Секретный ключ на сервере не держат."
        : `«${String(input)}» не открытый ключ. Он начинается с age1; пару ключей делает npm run orientir -- backup key.`,
  })
  .transform((text) => text.split(/,\s*/));

/** 32 bytes as 64 hexadecimal digits; never shown. */
export const hexKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, "нужны 64 шестнадцатеричных знака. Сделать: openssl rand -hex 32.");

/** smtp:// or smtps://; never shown, for it holds a password. */
export const smtpAddress = z
  .string()
  .refine(
    (text) => /^smtps?:\/\//.test(text) && URL.canParse(text) && new URL(text).hostname !== "",
    "нужен адрес вида smtps://пользователь:пароль@сервер:465.",
  );

/** «Ориентир <orientir@okrug.ru>» or a mail address alone. */
export const mailSender = z.string().regex(/^([^<>\r\n]{0,80}<)?[^\s@<>]+@[^\s@<>]+>?$/, {
  error: ({ input }) => `«${String(input)}» не подходит. Укажите, например: Ориентир <orientir@example.ru>.`,
});

/** «database,scanner»: what may be talked to over an open line. */
export const linesPermitted = z
  .string()
  .transform((text) => text.split(",").map((line) => line.trim() as Line))
  .refine((lines) => lines.every((line) => LINES.includes(line)), {
    error: `укажите через запятую, к чему можно обращаться без шифрования: ${LINES.join(", ")}.`,
  });

/** The name of a provider of OpenID Connect, sign for sign as it calls itself; over TLS, except on this computer. */
export const issuerAddress = z.string().refine((text) => URL.canParse(text) && isGuarded(new URL(text)), {
  error: ({ input }) => `«${String(input)}» не подходит. Укажите адрес с https, как его называет сама служба входа.`,
});

function isGuarded({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && isOwnMachine(hostname));
}

/** «127.0.0.1:3310» or «/run/clamav/clamd.ctl»: where a virus scanner listens. */
export const scannerAddress = z
  .string()
  .regex(/^(\/.+|(\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5})$/i, {
    error: ({ input }) =>
      `«${String(input)}» не подходит. Укажите адрес и порт clamd, например 127.0.0.1:3310, или путь его сокета, например /run/clamav/clamd.ctl.`,
  })
  .transform((text) => {
    if (text.startsWith("/")) return { path: text };
    const at = text.lastIndexOf(":");
    return { host: text.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(text.slice(at + 1)) };
  });
