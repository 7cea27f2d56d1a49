-- tenon: model=1-b71799c48e05b09370e75d79de63878de5ebedf60803700862155c3969da8b38
create table note (
    id integer primary key autoincrement,
    title text check (length(title) <= 200),
    body text,
    created_at text
) strict;
