/**
 * Where a server stands: whose writes it holds and how far they go. «7563291824401 00000002 0/16B3748»: the cluster, the line of its
 * history (another one begins when a replica takes the main server's place) and the last byte of its journal.
 */
export type Position = string & { readonly position: unique symbol };

const CLUSTER = "(select system_identifier from pg_control_system())";

/**
 * How far the main server has come, as SQL: everything that was ever answered as written lies before it. Null where the server asked is no
 * main one. What is committed without waiting for the disk is answered before it is flushed.
 */
export const MAIN_POSITION = `case when not pg_is_in_recovery() then (
  select concat_ws(' ', ${CLUSTER}, left(pg_walfile_name(at), 8), at)
  from (select case current_setting('synchronous_commit') when 'off' then pg_current_wal_insert_lsn() else pg_current_wal_flush_lsn() end) as written (at)
) end`;

/**
 * How far a replica has come, as SQL; empty where the server asked is none. The line of history is the one of its last checkpoint: after a
 * change of the main server a replica that follows is asked some minutes later, and one that stayed on the old line never.
 */
export const REPLICA_POSITION = `case when pg_is_in_recovery() then (
  select concat_ws(' ', ${CLUSTER}, lpad(upper(to_hex(timeline_id)), 8, '0'), pg_last_wal_replay_lsn()) from pg_control_checkpoint()
) else '' end`;

export type Compared =
  /** it holds everything that the other held */
  | "holds"
  /** something of it has not come yet */
  | "behind"
  /** it is no replica, or one of another database */
  | "foreign";

/** Whether a replica at `replica` holds everything that the main server held at `main`. */
export function compare(replica: string, main: Position): Compared {
  const [cluster, line, reached = ""] = replica.split(" ");
  const [ofCluster, ofLine, written = ""] = main.split(" ");
  if (cluster !== ofCluster) return "foreign";
  return line === ofLine && byteOf(reached) >= byteOf(written) ? "holds" : "behind";
}

/** «16/B374D848»: the upper and the lower half of a number, hexadecimal; nothing replayed yet is before everything. */
function byteOf(text: string): bigint {
  const halves = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text);
  return halves ? (BigInt(`0x${halves[1]!}`) << 32n) + BigInt(`0x${halves[2]!}`) : -1n;
}
