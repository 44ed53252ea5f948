/** Tables that tell of a person themselves. */
export const TOUCHED_BY_PERSON = [
  "person",
  "account",
  "membership",
  "role_assignment",
  "consent",
  "data_request",
] as const;
/** All that «Что о вас хранится» reads. */
export const TOUCHED_BY_ALL = [
  ...TOUCHED_BY_PERSON,
  "report",
  "report_step",
  "stored_file",
  "obligation",
  "programme",
  "notice",
  "journal",
];
