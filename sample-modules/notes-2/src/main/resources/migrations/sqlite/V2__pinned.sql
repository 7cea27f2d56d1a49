alter table note add column pinned integer not null default 0 check (pinned in (0, 1));
