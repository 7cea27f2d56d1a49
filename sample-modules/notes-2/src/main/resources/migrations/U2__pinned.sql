alter table note drop column pinned;
