package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.ordertrail.Ordertrail;

/** Starts the application with wrong settings: it ends before anything else begins, so each start is short. */
@ExtendWith(OutputCaptureExtension.class)
class StartCheckTest {

    private static final String NOWHERE = "--spring.datasource.url=jdbc:oracle:thin:@db";

    @Test
    void all_wrong_settings_are_reported_together_in_one_list(CapturedOutput output) {
        assertThatThrownBy(() -> start(
                        "--server.port=web",
                        "--ordertrail.company.currency=EURO",
                        "--ordertrail.deadlines.due.reviewOrder=soon",
                        NOWHERE))
                .isInstanceOf(WrongSettings.class);
        assertThat(output.getErr().lines())
                .containsExactly(
                        "Ordertrail does not start, because of its settings:",
                        "  - server.port is \"web\". Expected: a whole number from 0 to 65535. Set by PORT",
                        "  - spring.datasource.url is \"jdbc:oracle:thin:@db\". Expected: a JDBC URL such as jdbc:h2:file:./data/ordertrail or "
                                + "jdbc:mysql://db:3306/ordertrail. Set by SPRING_DATASOURCE_URL",
                        "  - ordertrail.company.currency is \"EURO\". Expected: the code of a currency by ISO 4217 such as EUR. Set by ORDERTRAIL_COMPANY_CURRENCY",
                        "  - ordertrail.deadlines.due.reviewOrder is \"soon\". Expected: a duration above zero such as PT4H or P1D. "
                                + "Set by ORDERTRAIL_DEADLINES_DUE_REVIEWORDER");
        assertThat(output.getOut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
      server.address=0.0.0.0                                   | passwords that everybody knows
      server.address=no such machine                           | an address of this machine
      ordertrail.demo=perhaps                                  | true or false
      ordertrail.stock-check=hourly                            | a cron expression of six fields
      ordertrail.sign-in=kerberos                              | local or keycloak
      ordertrail.company.currency=XAU                          | ISO 4217
      ordertrail.company.time-zone=Vienna                      | the name of a time zone
      ordertrail.stocktake.second-person-above=much            | an amount from 0
      ordertrail.deadlines.delivery=-1                         | from 0 to 365
      ordertrail.deadlines.due.shipParcel=PT0S                  | a duration above zero
      ordertrail.deadlines.otherwise=soon                       | a duration above zero
      ordertrail.replenishment.check-interval=now                        | a duration above zero
      ordertrail.replenishment.snooze=PT0S                  | a duration above zero
      ordertrail.deadlines.due.shipOrders=P1D                  | ends in one of chaseDelivery, chaseSupplier, correctOrder
      spring.datasource.url=mysql://db/ordertrail              | a JDBC URL such as
      spring.datasource.hikari.maximum-pool-size=28            | more than the 28 threads that use it
      server.tomcat.threads.max=47                             | a whole number from 48 to 1000
      ordertrail.requests-at-once=0                            | a whole number
      ordertrail.local.password-rounds=1                       | a whole number from 1000
      ordertrail.local.longest=0s                              | a duration such as 12h
      ordertrail.limits.searches=0                             | a whole number from 1
      ordertrail.stream.connections-each=0                     | a whole number from 1
      spring.datasource.hikari.maximum-pool-size=many          | a whole number
      camunda.bpm.job-execution.max-pool-size=0                | a whole number
      spring.transaction.default-timeout=200s                  | at least 400000, twice the longest transaction
      spring.transaction.default-timeout=long                  | a duration such as 20s
      ordertrail.external-stock.switched-on=perhaps              | true or false
      ordertrail.external-stock.answer-within=soon               | a duration such as 4s
      ordertrail.external-stock.connect-within=0s                | a duration such as 1s
      """)
    void a_wrong_setting_is_reported_with_the_expected_value(String setting, String expected) {
        assertThat(fault("--" + setting)).contains("\n  - ").contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://id.example.com/realms/a/",
        "id.example.com/realms/a",
        "http:///realms/a",
        "http://id.example.com",
        "http://a b/realms/c",
        "http://id.example.com/realms/a?b"
    })
    void a_realm_is_a_whole_address(String realm) {
        assertThat(fault("--spring.profiles.active=keycloak", "--ORDERTRAIL_KEYCLOAK_INTERNAL=" + realm))
                .contains(
                        "the address of a realm such as https://id.example.com/realms/ordertrail. Set by ORDERTRAIL_KEYCLOAK_INTERNAL");
    }

    @Test
    void all_missing_settings_of_keycloak_are_reported_together() {
        assertThat(fault("--spring.profiles.active=keycloak", "--ORDERTRAIL_KEYCLOAK_CLIENT_SECRET= "))
                .contains(
                        "Set by ORDERTRAIL_KEYCLOAK_ISSUER",
                        "the secret of the client in Keycloak. Set by ORDERTRAIL_KEYCLOAK_CLIENT_SECRET")
                .doesNotContain("ORDERTRAIL_KEYCLOAK_INTERNAL", "ORDERTRAIL_KEYCLOAK_CLIENT_ID");
    }

    @Test
    void an_enabled_external_stock_system_needs_an_address_and_a_timeout_that_fits_into_a_job() {
        assertThat(fault(
                        "--ORDERTRAIL_EXTERNAL_STOCK=true",
                        "--ORDERTRAIL_EXTERNAL_STOCK_URL=stock.example.com",
                        "--ORDERTRAIL_EXTERNAL_STOCK_TOKEN=ge heim",
                        "--ordertrail.external-stock.answer-within=7s"))
                .contains(
                        "the address of the stock system such as https://stock.example.com/ordertrail. "
                                + "Set by ORDERTRAIL_EXTERNAL_STOCK_URL",
                        "Set by ORDERTRAIL_EXTERNAL_STOCK_TOKEN",
                        "at most 6666ms: a job makes 3 calls")
                .doesNotContain("ge heim");
        assertThat(fault("--ORDERTRAIL_EXTERNAL_STOCK=true", "--ORDERTRAIL_EXTERNAL_STOCK_URL=http://127.0.0.1:9000/a"))
                .doesNotContain("stock-system");
        assertThat(fault("--ordertrail.external-stock.url=nowhere"))
                .as("switched off")
                .doesNotContain("stock-system");
    }

    @Test
    void in_production_the_database_is_mysql() {
        assertThat(fault("--spring.profiles.active=production", "--spring.datasource.url=jdbc:h2:file:./data/x"))
                .contains("MySQL");
    }

    @Test
    void in_production_the_way_to_the_database_has_tls_unless_it_is_switched_off_by_name() {
        assertThat(inProduction("jdbc:mysql://db/ordertrail")).doesNotContain("TLS", "spring.datasource.url");
        assertThat(inProduction("jdbc:mysql://db/ordertrail", "--ORDERTRAIL_DATABASE_TLS=DISABLED"))
                .doesNotContain("DATABASE_TLS");
        assertThat(inProduction("jdbc:mysql://db/ordertrail", "--ORDERTRAIL_DATABASE_TLS=PREFERRED"))
                .contains("VERIFY_IDENTITY, VERIFY_CA or REQUIRED");
        assertThat(inProduction("jdbc:mysql://db/ordertrail?a=b&sslMode=disabled"))
                .contains("a URL without sslMode and useSSL; ORDERTRAIL_DATABASE_TLS says it");
        assertThat(inProduction("jdbc:mysql://db/ordertrail?useSSL=false")).contains("ORDERTRAIL_DATABASE_TLS says it");
        assertThat(inProduction("jdbc:mysql://db/ordertrail?sslMode=VERIFY_CA")).doesNotContain("TLS");
    }

    @Test
    void in_production_the_way_to_keycloak_has_tls_unless_it_is_switched_off_by_name() {
        var realm = "--ORDERTRAIL_KEYCLOAK_ISSUER=http://id.example.com/realms/a";
        var secure = "--ORDERTRAIL_KEYCLOAK_ISSUER=https://id.example.com/realms/a";
        var profiles = "--spring.profiles.active=production,keycloak";
        assertThat(inProduction("jdbc:mysql://db/ordertrail", profiles, realm))
                .contains("an address that begins with https://");
        assertThat(inProduction("jdbc:mysql://db/ordertrail", profiles, realm, "--ORDERTRAIL_KEYCLOAK_TLS=DISABLED"))
                .doesNotContain("https://");
        assertThat(inProduction("jdbc:mysql://db/ordertrail", profiles, secure)).doesNotContain("https://");
        assertThat(inProduction(
                        "jdbc:mysql://db/ordertrail",
                        profiles,
                        secure,
                        "--ORDERTRAIL_KEYCLOAK_INTERNAL=http://keycloak:8080/realms/a"))
                .contains("an address that begins with https://");
    }

    @Test
    void in_production_nobody_makes_backups_that_a_lost_machine_alone_could_read(@TempDir Path folder) {
        assertThat(inProduction(
                        "jdbc:mysql://db/ordertrail",
                        "--ORDERTRAIL_BACKUP_FOLDER=" + folder,
                        "--ORDERTRAIL_BACKUP_KEY_FILE=" + folder.resolve("none")))
                .contains("print one with the command new-backup-key", "Set by ORDERTRAIL_BACKUP_KEY");
        assertThat(inProduction(
                        "jdbc:mysql://db/ordertrail",
                        "--ORDERTRAIL_BACKUP_FOLDER=" + folder,
                        "--ORDERTRAIL_BACKUP_KEY={}"))
                .doesNotContain("BACKUP");
        assertThat(fault("--ordertrail.backup.every=daily")).contains("a duration such as 24h, or 0s for no backups");
    }

    @Test
    void in_production_nobody_encrypts_with_a_key_that_a_lost_machine_alone_had(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("encryption.key");
        var from = "--ORDERTRAIL_ENCRYPTION_KEY_FILE=" + file;
        assertThat(inProduction("jdbc:mysql://db/ordertrail", from))
                .contains("print one with the command new-encryption-key", "Set by ORDERTRAIL_ENCRYPTION_KEY");
        assertThat(inProduction("jdbc:mysql://db/ordertrail", from, "--ORDERTRAIL_ENCRYPTION_KEY={}"))
                .doesNotContain("ENCRYPTION");
        Files.createFile(file);
        assertThat(inProduction("jdbc:mysql://db/ordertrail", from)).doesNotContain("ENCRYPTION");
    }

    private static String inProduction(String url, String... more) {
        return fault(Stream.concat(
                        Stream.of("--spring.profiles.active=production", "--ORDERTRAIL_DATABASE_URL=" + url),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void a_variable_that_a_file_needs_and_nobody_has_set_is_named(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("more.yml"),
                "some:\n  url: ${NEEDED_URL}\n  key: ${NEEDED_KEY}\n  same: ${NEEDED_URL}\n  may: ${OPTIONAL:}\n");
        assertThat(fault("--spring.config.additional-location=" + file.toUri(), "--NEEDED_KEY="))
                .contains(
                        "some.url is not set. Expected: a value. Set by NEEDED_URL",
                        "some.key is not set. Expected: a value. Set by NEEDED_KEY")
                .doesNotContain("OPTIONAL", "some.same");
    }

    @Test
    void a_secret_is_not_repeated() {
        assertThat(fault("--spring.datasource.url=mysql://root:geheim@db/ordertrail?password=geheim"))
                .contains("mysql://...@db/ordertrail")
                .doesNotContain("geheim");
    }

    private static String fault(String... wrong) {
        return catchThrowable(() -> start(Stream.concat(Stream.of(wrong), Stream.of("--server.port=-1"))
                        .toArray(String[]::new)))
                .getMessage();
    }

    private static void start(String... settings) {
        new SpringApplication(Ordertrail.class).run(settings);
    }
}
