package io.ordertrail.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A house that has a past before there were announcements. */
class AnnouncementsMigrationTest {

  private static final String BEFORE = "13?";
  /** Later ones need the tables of the engine, which are created in Java. */
  private static final String WITH_THEM = "14";
  private static final String MOVED = """
      insert into stock_movement (id, sku, site, kind, on_hand_change, reserved_change, actor, at)
      values (?, 'CUP', 'VIE', 'RECEIPT', 1, 0, 'test', '2026-01-01 00:00:00')""";

  @Test
  void what_happened_before_is_not_announced_and_what_happens_from_now_on_is() {
    var house = database();
    migrate(house, BEFORE);
    var sql = new JdbcTemplate(house);
    sql.update("insert into product (sku, name, category, list_price, currency, active, version) values ('CUP', 'Cup', 'Tableware', 1, 'EUR', true, 0)");
    sql.update("insert into site (code, name, country, version) values ('VIE', 'Vienna', 'AT', 0)");
    sql.update("insert into stock_item (sku, site, shelf, on_hand, reserved) values ('CUP', 'VIE', 'A', 2, 0)");
    sql.update(MOVED, 1);
    sql.update(MOVED, 2);

    migrate(house, WITH_THEM);
    sql.update(MOVED, 3);

    assertThat(sql.queryForList("select announced from stock_movement order by id", Long.class)).containsExactly(0L, 0L, null);
    assertThat(sql.queryForObject("select last_number from stock_announcer", Long.class)).isZero();
  }

  private static DataSource database() {
    var server = System.getenv("ORDERTRAIL_TEST_MYSQL");
    var name = "migration_" + UUID.randomUUID().toString().replace("-", "");
    return server == null ? new DriverManagerDataSource("jdbc:h2:mem:" + name + ";MODE=MySQL;DB_CLOSE_DELAY=-1", "sa", "")
        : new DriverManagerDataSource(server + "/" + name + "?createDatabaseIfNotExist=true", "root", "");
  }

  private static void migrate(DataSource house, String target) {
    Flyway.configure().dataSource(house).locations("classpath:db/migration").target(target).load().migrate();
  }
}
