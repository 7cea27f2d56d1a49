create table note (
    id integer primary key autoincrement,
    title text check (length(title) <= 200),
    body text,
    created_at text
) strict;
