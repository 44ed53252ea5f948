import { describe, expect, it } from "vitest";
import { productTime, setProductClock } from "./product-clock.ts";
import { clearPerson, draftsOf, dropOldDrafts, forget, recall, remember } from "./device-store.ts";

/** A storage like the browser's, with a limit of entries. */
function storage(limit = 10): Storage {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    clear: () => map.clear(),
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (name) => map.get(name) ?? null,
    removeItem: (name) => void map.delete(name),
    setItem: (name, value) => {
      if (!map.has(name) && map.size >= limit) throw new DOMException("full", "QuotaExceededError");
      map.set(name, value);
    },
  };
}

describe("drafts of the device", () => {
  it("are not recalled under another version, another name or when damaged", () => {
    const store = storage();
    remember("a1/report/1", 2, { text: "готово" }, store);
    store.setItem("orientir/draft/a1/report/3", "{oops");
    expect(recall("a1/report/1", 1, store)).toBeNull();
    expect(recall("a2/report/1", 2, store)).toBeNull();
    expect(recall("a1/report/3", 1, store)).toBeNull();
  });

  it("say so when the device refuses", () => {
    expect(remember("a1/x", 1, "text", storage(0))).toBeNull();
    expect(remember("a1/x", 1, "text", null)).toBeNull();
  });

  it("come back as they were, and go when forgotten", () => {
    const store = storage();
    const at = remember("a1/report/1", 1, { text: "готово" }, store);
    expect(recall("a1/report/1", 1, store)).toEqual({ value: { text: "готово" }, at });
    forget("a1/report/1", store);
    expect(recall("a1/report/1", 1, store)).toBeNull();
  });

  it("are of the product's time, wherever the clock of the device stands", () => {
    const store = storage();
    const device = new Date();
    setProductClock("2021-12-10T08:00:00Z", device);
    const at = remember("a1/report/1", 1, { text: "готово" }, store)!;
    expect(at.toISOString().slice(0, 16)).toBe("2021-12-10T08:00");
    dropOldDrafts(productTime(new Date()), store);
    expect(recall("a1/report/1", 1, store)?.at).toEqual(at);
    setProductClock(device.toISOString(), device);
  });

  it("are dropped after two months, others and other things are left alone", () => {
    const store = storage();
    store.setItem("orientir/draft/old", JSON.stringify({ version: 1, at: "2021-09-01T08:00:00Z", value: 1 }));
    store.setItem("orientir/draft/new", JSON.stringify({ version: 1, at: "2021-12-01T08:00:00Z", value: 2 }));
    store.setItem("orientir/place/a1", "deputy");
    dropOldDrafts(new Date("2021-12-10T08:00:00Z"), store);
    expect(store.getItem("orientir/draft/old")).toBeNull();
    expect(recall("new", 1, store)?.value).toBe(2);
    expect(store.getItem("orientir/place/a1")).toBe("deputy");
  });

  it("of whoever signs out go with their choices, those of others stay, and a page that closes brings none back", () => {
    const [store, tab] = [storage(), storage()];
    remember("a1/report/1", 1, "черновик", store);
    remember("a1/report/2", 1, "черновик", store);
    remember("a10/report/1", 1, "чужой", store);
    store.setItem("orientir/place/a1", "deputy");
    tab.setItem("imports/1", "строка");
    expect(draftsOf("a1", store)).toBe(2);
    clearPerson("a1", store, tab);
    expect([draftsOf("a1", store), draftsOf("a10", store), tab.length, store.length]).toEqual([0, 1, 0, 1]);
    expect(remember("a1/report/1", 1, "черновик", store)).toBeNull();
    expect(remember("a10/report/1", 1, "чужой", store)).not.toBeNull();
    expect(store.length).toBe(1);
  });
});
