alter table note add column pinned boolean not null default false;
