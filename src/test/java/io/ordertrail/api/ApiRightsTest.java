package io.ordertrail.api;

import static io.ordertrail.platform.Role.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.ordertrail.JourneyTest;
import io.ordertrail.TestCompany;
import io.ordertrail.platform.Role;

/** Every call of the description, asked for by every role and by nobody. */
@JourneyTest
class ApiRightsTest {

  private static final Set<Role> EVERY_ROLE = EnumSet.allOf(Role.class);
  private static final Set<Role> CUSTOMER_READERS = EnumSet.of(SALES, ORDER_REVIEW, SHIPPING, CUSTOMER_SERVICE, MANAGERS, CAMUNDA_ADMIN, SYSTEMS);
  private static final Map<String, Set<Role>> WHO_MAY = new TreeMap<>(Map.ofEntries(
      Map.entry("GET /api/orders", EVERY_ROLE),
      Map.entry("POST /api/orders", EnumSet.of(SALES, CUSTOMER_SERVICE, SYSTEMS)),
      Map.entry("GET /api/orders/{number}", EVERY_ROLE),
      Map.entry("GET /api/orders/{number}/events", EVERY_ROLE),
      Map.entry("POST /api/orders/{number}/cancellation", EnumSet.of(SALES, CUSTOMER_SERVICE, SYSTEMS)),
      Map.entry("POST /api/orders/{number}/delivery", EnumSet.of(CUSTOMER_SERVICE, SYSTEMS)),
      Map.entry("POST /api/orders/{number}/receipt", EnumSet.of(CUSTOMER_SERVICE, SYSTEMS)),
      Map.entry("POST /api/shipments/{trackingNumber}/events", EnumSet.of(SYSTEMS)),
      Map.entry("GET /api/stock", EVERY_ROLE),
      Map.entry("GET /api/stock/{sku}", EVERY_ROLE),
      Map.entry("PUT /api/stock/{sku}/{site}", EnumSet.of(WAREHOUSE)),
      Map.entry("POST /api/stock/movements", EnumSet.of(WAREHOUSE, SYSTEMS)),
      Map.entry("GET /api/products", EVERY_ROLE),
      Map.entry("GET /api/products/{sku}", EVERY_ROLE),
      Map.entry("PUT /api/products/{sku}", EnumSet.of(SALES, PROCESS_OWNERS, CAMUNDA_ADMIN)),
      Map.entry("GET /api/sites", EVERY_ROLE),
      Map.entry("GET /api/sites/{code}", EVERY_ROLE),
      Map.entry("PUT /api/sites/{code}", EnumSet.of(WAREHOUSE, PROCESS_OWNERS, CAMUNDA_ADMIN)),
      Map.entry("GET /api/customers", CUSTOMER_READERS),
      Map.entry("GET /api/customers/{number}", CUSTOMER_READERS),
      Map.entry("PUT /api/customers/{number}", EnumSet.of(SALES, CUSTOMER_SERVICE, CAMUNDA_ADMIN))));

  @Autowired Caller caller;

  @Test
  void each_call_of_the_description_and_no_other_is_in_the_table() {
    assertThat(described()).containsExactlyElementsOf(WHO_MAY.keySet());
  }

  @Test
  void a_call_is_open_to_the_roles_of_the_table_and_to_no_other() {
    var found = new HashMap<String, Set<Role>>();
    for (var call : described()) {
      var may = EnumSet.noneOf(Role.class);
      EVERY_ROLE.stream().filter(role -> status(role.group(), call) != 403).forEach(may::add);
      found.put(call, may);
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(WHO_MAY);
  }

  @Test
  void nobody_is_let_in_without_signing_in() {
    assertThat(described()).isNotEmpty().allSatisfy(call -> assertThat(status(null, call)).isEqualTo(401));
  }

  @Test
  void the_allowed_actions_of_an_order_are_those_of_the_caller(@Autowired TestCompany company) {
    var number = caller.post("sales", caller.order(company).toString(), "/api/orders").text("/number");
    assertThat(caller.get("sales", "/api/orders/{number}", number).json().path("allowedActions")).hasToString("[\"cancellation\"]");
    assertThat(caller.get("warehouse", "/api/orders/{number}", number).json().path("allowedActions")).isEmpty();
  }

  private Set<String> described() {
    var calls = new TreeSet<String>();
    caller.get("sales", "/v3/api-docs").json().path("paths").fields()
        .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> calls.add(method.toUpperCase() + " " + path.getKey())));
    return calls;
  }

  /** With nothing that could be stored: an unknown path, an empty body. */
  private int status(String role, String call) {
    var method = HttpMethod.valueOf(call.split(" ")[0]);
    var path = call.split(" ")[1].replaceAll("\\{.*?}", "x");
    return caller.send(role, Caller.withBody(MockMvcRequestBuilders.request(method, path), method == HttpMethod.GET ? null : "{}")).status();
  }
}
