-- Copies one order that has gone its whole way, with all that stock and engine have stored about it, @orders times. What the copies took from
-- stock comes in by one movement each, so that the stock adds up. Personal texts are left out: each is encrypted for its own row.
set session group_concat_max_len = 100000, cte_max_recursion_depth = 10000000, time_zone = '+00:00';
use ordertrail;
select number, process_instance into @order, @instance from customer_order
where state = 'RECEIVED' and number in (select order_number from parcel) order by number limit 1;
drop database if exists many_orders;
create database many_orders;

-- An order number has a check character, see OrderNumber.
create table many_orders.copy (n int primary key, number varchar(9) not null) collate utf8mb4_0900_bin;
set @symbols = '23456789ACEFHJKMNRTWXYZ';
insert into many_orders.copy
with recursive numbered (n) as (select 1 union all select n + 1 from numbered where n < @orders),
  digits as (select n, n % 23 as a, n div 23 % 23 as b, n div 529 % 23 as c, n div 12167 % 23 as d, n div 279841 % 23 as e from numbered)
select n, concat(substr(@symbols, a + 1, 1), substr(@symbols, b + 1, 1), substr(@symbols, c + 1, 1), substr(@symbols, d + 1, 1), '-',
  substr(@symbols, e + 1, 1), '22', substr(@symbols, (2 * a + 3 * b + 4 * c + 5 * d + 6 * e) % 23 + 1, 1)) from digits;

delimiter //
create procedure many_orders.copies(in of_table varchar(64), in chosen varchar(500))
begin
  declare names, copied longtext;
  select group_concat('`', column_name, '`' order by ordinal_position), group_concat(case
      when column_name in ('note', 'ship_name', 'ship_street', 'ship_postal_code', 'ship_city', 'ship_region', 'ship_phone', 'ship_email') then 'null'
      when column_name in ('ID_', 'PROC_INST_ID_', 'ROOT_PROC_INST_ID_', 'SUPER_PROCESS_INSTANCE_ID_', 'CALL_PROC_INST_ID_', 'EXECUTION_ID_',
        'PARENT_ACT_INST_ID_', 'ACT_INST_ID_', 'TASK_ID_', 'VAR_INST_ID_', 'JOB_ID_', 'OPERATION_ID_', 'process_instance')
        then concat('concat(c.n, ''-'', right(t.`', column_name, '`, 36))')
      when column_name = 'id' and data_type = 'bigint' then 't.id + c.n * 1000000'
      when column_name in ('external_reference', 'external_id', 'tracking_number') then concat('concat(c.n, ''-'', right(t.`', column_name, '`, 30))')
      when data_type = 'varchar' then concat('replace(t.`', column_name, '`, @order, c.number)')
      else concat('t.`', column_name, '`') end order by ordinal_position)
    into names, copied from information_schema.columns where table_schema = 'ordertrail' and table_name = of_table and generation_expression = '';
  set @copy = concat('insert into ordertrail.`', of_table, '` (', names, ') select ', copied,
    ' from ordertrail.`', of_table, '` t cross join many_orders.copy c where ', chosen);
  prepare statement from @copy;
  execute statement;
  deallocate prepare statement;
end //
delimiter ;

call many_orders.copies('customer_order', 't.number = @order');
call many_orders.copies('order_line', 't.order_number = @order');
call many_orders.copies('order_event', 't.order_number = @order');
call many_orders.copies('parcel', 't.order_number = @order');
call many_orders.copies('parcel_item', 't.parcel like concat(@order, ''%'')');
call many_orders.copies('reservation', 't.order_number = @order');
call many_orders.copies('stock_movement', 't.order_number = @order');
call many_orders.copies('search_word', 't.kind = ''O'' and t.subject = @order');
call many_orders.copies('ACT_HI_PROCINST', 't.ROOT_PROC_INST_ID_ = @instance');
call many_orders.copies('ACT_HI_ACTINST', 't.ROOT_PROC_INST_ID_ = @instance');
call many_orders.copies('ACT_HI_TASKINST', 't.ROOT_PROC_INST_ID_ = @instance');
call many_orders.copies('ACT_HI_VARINST', 't.ROOT_PROC_INST_ID_ = @instance');
call many_orders.copies('ACT_HI_DETAIL', 't.ROOT_PROC_INST_ID_ = @instance');

insert into stock_movement (id, sku, site, kind, on_hand_change, reserved_change, actor, at, announced)
select min(id) + 500000, sku, site, 'RECEIPT', -sum(on_hand_change) * @orders, -sum(reserved_change) * @orders, 'many-orders', min(at), min(announced)
from stock_movement where order_number = @order group by sku, site having sum(on_hand_change) <> 0 or sum(reserved_change) <> 0;

drop database many_orders;
analyze table customer_order, order_line, order_event, stock_movement, search_word;
