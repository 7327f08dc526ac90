-- Process owners may deploy. The right is added only where it still is as the product set it up: to read, and nothing else.
update ACT_RU_AUTHORIZATION
set PERMS_ = 10
where TYPE_ = 1 and GROUP_ID_ = 'process-owners' and RESOURCE_TYPE_ = 9 and RESOURCE_ID_ = '*' and PERMS_ = 2;
