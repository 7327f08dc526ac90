-- The engine asks at the end of each task for the tasks below it, and has no index for that: it read all open tasks every time.
create index ACT_IDX_TASK_PARENT on ACT_RU_TASK (PARENT_TASK_ID_);
