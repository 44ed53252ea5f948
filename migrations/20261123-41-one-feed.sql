-- The calendar link made last is the only one that works, also where a person presses twice at once: the second then begins anew.
update calendar_feed f set revoked_at = later.made_at
from (select account_id, max(made_at) as made_at from calendar_feed where revoked_at is null group by account_id) later
where f.account_id = later.account_id and f.revoked_at is null and f.made_at < later.made_at;
create unique index calendar_feed_works on calendar_feed (account_id) where revoked_at is null;
