import { expect, it } from "vitest";
import { calledName, fullName, shortName } from "./names.ts";

const person = { family_name: "Громова", given_name: "Татьяна", patronymic: "Викторовна" };

it.each([
  ["on a line of a list", shortName, "Т.\u00a0В.\u00a0Громова", "Т.\u00a0Громова"],
  ["in full", fullName, "Громова Татьяна Викторовна", "Громова Татьяна"],
  ["when spoken to, never by the surname first", calledName, "Татьяна Викторовна", "Татьяна"],
])("a person is called %s, with and without a patronymic", (_, name, whole, short) => {
  expect([name(person), name({ ...person, patronymic: "" })]).toEqual([whole, short]);
});
