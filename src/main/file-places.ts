import type { Settings } from "#platform/config/settings.ts";
import { makeScanner } from "#platform/files/scanner.ts";
import { USUAL_LIMITS, type StorePlaces } from "#platform/files/store.ts";

const GIGABYTE = 1024 * 1024 * 1024;

/** What the settings say of files: where they lie, who looks for viruses, how much room there is. */
export function filePlacesOf(settings: Settings): StorePlaces {
  const { s3Endpoint, s3Bucket, s3Key, s3Secret, s3Region, clamav } = settings;
  return {
    s3:
      s3Endpoint && s3Bucket && s3Key && s3Secret
        ? { endpoint: s3Endpoint, bucket: s3Bucket, key: s3Key, secret: s3Secret, region: s3Region }
        : undefined,
    scanner: clamav && makeScanner(clamav),
    limits: {
      ...USUAL_LIMITS,
      territoryBytes: settings.filesOfTerritory * GIGABYTE,
      organisationBytes: settings.filesOfOrganisation * GIGABYTE,
      recordFiles: settings.filesOfRecord,
      uploadsAtOnce: settings.uploadsAtOnce,
    },
  };
}
