-- What waits is claimed office by office, each way by itself: the claim reads what it takes and nothing else, however long the queues are.
drop index notice_due;
create index notice_waiting on notice (office_id, channel, next_try_at) where state in ('CREATED', 'FAILED_FOR_NOW');
