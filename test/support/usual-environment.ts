import { afterEach, vi } from "vitest";

// files of tests share a process: what one sets for itself (vi.stubEnv) is not for the next
afterEach(() => vi.unstubAllEnvs());
