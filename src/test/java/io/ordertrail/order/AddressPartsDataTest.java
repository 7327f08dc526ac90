package io.ordertrail.order;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AddressPartsDataTest {

  private static final List<String> PARTS = List.of("street", "postalCode", "city", "region");

  private final List<NamedCsvRecord> rows = rows();

  @Test
  void every_country_of_the_world_has_exactly_one_row() {
    assertThat(rows).extracting(row -> row.getField("country"))
        .containsExactlyInAnyOrder(Locale.getISOCountries());
  }

  @Test
  void every_country_needs_at_least_one_part_and_only_parts_that_an_address_has() {
    assertThat(rows).isNotEmpty().allSatisfy(row ->
        assertThat(requiredOf(row)).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(PARTS));
  }

  @Test
  void a_postal_code_is_asked_for_only_where_the_country_uses_one() {
    assertThat(required("DE")).contains("postalCode");
    assertThat(required("TW")).contains("postalCode");
    assertThat(List.of("HK", "AE", "QA", "IE")).allSatisfy(country ->
        assertThat(required(country)).doesNotContain("postalCode"));
  }

  @Test
  void a_region_is_asked_for_only_where_the_last_line_of_an_address_names_it() {
    assertThat(required("US")).contains("region");
    assertThat(required("AT")).doesNotContain("region");
  }

  @Test
  void a_city_state_needs_no_city() {
    assertThat(required("SG")).containsExactly("street", "postalCode");
  }

  private List<String> required(String country) {
    return rows.stream().filter(row -> row.getField("country").equals(country))
        .map(AddressPartsDataTest::requiredOf).findFirst().orElseThrow();
  }

  private static List<String> requiredOf(NamedCsvRecord row) {
    return List.of(row.getField("required").split(" "));
  }

  private static List<NamedCsvRecord> rows() {
    var file = AddressPartsDataTest.class.getResourceAsStream("/address-parts.csv");
    try (var reader = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      return reader.stream().toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException("address-parts.csv cannot be read", unreadable);
    }
  }
}
