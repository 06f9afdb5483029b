-- A log format is kept as the text it is made from; what was stored so far is the combined format.
update log_source set format = 'combined' where format = 'COMBINED';
update log_source_aud set format = 'combined' where format = 'COMBINED';
