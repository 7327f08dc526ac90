-- At the end of each task the engine queries its subtasks. Without this index it reads all open tasks every time.
create index ACT_IDX_TASK_PARENT on ACT_RU_TASK (PARENT_TASK_ID_);
