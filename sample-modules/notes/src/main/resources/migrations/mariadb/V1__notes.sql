-- tenon: model=1-b71799c48e05b09370e75d79de63878de5ebedf60803700862155c3969da8b38
create table note (
    id bigint auto_increment primary key,
    title varchar(200),
    body longtext,
    created_at datetime(6)
);
