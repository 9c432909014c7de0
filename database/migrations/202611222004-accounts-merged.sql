-- One holder, one account: what was merged is closed for good, and is found by the account it went into.
create index account_merged_into on accounts.account (merged_into) where merged_into is not null;
-- One that was merged and then given to who proved its number is open, and its own again.
update accounts.account set merged_into = null where merged_into is not null and state <> 'closed';
alter table accounts.account
  add constraint a_merged_account_is_closed check (merged_into is null or state = 'closed'),
  add constraint an_account_is_merged_into_another check (merged_into <> id);
