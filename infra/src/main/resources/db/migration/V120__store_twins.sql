-- Of a production store the staging store on which a step is tried first.
alter table store add column twin uuid references store;
alter table store_aud add column twin uuid, add column twin_mod boolean;
