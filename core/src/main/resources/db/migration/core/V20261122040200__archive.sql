-- What a province's first rows are: the national catalogue's, or an archive that its administrator brings.
alter table opening
    add column begins text not null default 'catalogue'; -- catalogue, archive
