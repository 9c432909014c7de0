-- A delivery is its own place in the outbox: an act only writes the row, and the worker hands many of them to the queue at once.
alter table notifications.delivery add queued_at timestamptz;
-- Those that are there already have their job, or are done.
update notifications.delivery set queued_at = coalesce(done_at, now());
create index delivery_in_the_outbox on notifications.delivery (message, channel) where queued_at is null;
