-- The few acts that the rules of safety look for every minute: read without the many others of the same minutes.
create index entry_watched on audit.entry (recorded_at, id)
  where act in ('infected-file', 'audit-broken', 'denied', 'sign-in-failed', 'second-factor-failed', 'report-violation')
    or act like 'refused:%';
