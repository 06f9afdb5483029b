-- Why a store could not be asked yet what there is.
alter table store_acquisition_state add column waits text;
