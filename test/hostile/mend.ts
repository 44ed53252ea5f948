import type pg from "pg";

/** Tables whose loss would turn every later request into a refusal at the door, with what names a row in each. */
const DOORS = {
  account: "id",
  session: "id",
  role_assignment: "id",
  credential: "account_id",
  access_token: "id",
} as const;

/** What requests put before the doors: second steps of sign-in, guesses counted against an address. */
const HURDLES = ["recovery_code", "second_factor", "second_factor_offer", "sign_in_step", "guess"] as const;

/** Keeps a copy of who may sign in and as whom. */
export async function keepDoors(pool: pg.Pool): Promise<void> {
  await pool.query("drop schema if exists hostile cascade; create schema hostile");
  for (const table of Object.keys(DOORS)) await pool.query(`create table hostile.${table} as table public.${table}`);
}

/** Gives everybody back the sign-in, the roles and the password they had. */
export async function mendDoors(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    for (const table of HURDLES) await client.query(`delete from public.${table}`);
    for (const [table, key] of Object.entries(DOORS))
      await client.query(
        `delete from public.${table} t using hostile.${table} k where t.${key} = k.${key};
         insert into public.${table} select * from hostile.${table}`,
      );
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback");
    throw fault;
  } finally {
    client.release();
  }
}
