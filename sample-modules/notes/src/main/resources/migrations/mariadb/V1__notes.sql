create table note (
    id bigint auto_increment primary key,
    title varchar(200),
    body longtext,
    created_at datetime(6)
);
