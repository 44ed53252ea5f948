import { readSecret } from "#platform/auth/keys.ts";
import type { Settings } from "#platform/config/settings.ts";

/** The secret that second factors of this installation are sealed with, as the setting writes it. */
export async function installationKey({ secretKey, dataFolder }: Settings): Promise<string> {
  return (await readSecret(secretKey, dataFolder)).toString("hex");
}
