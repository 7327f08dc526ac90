package io.ordertrail.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PlatformTest
class RulesTest {

  @Autowired
  MockMvc browser;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping handlers;

  /** Written apart from the table of the rules, on purpose: what is wanted, against what is configured. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      GET  | /                                    | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      GET  | /orders                              | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      GET  | /orders/A-1                          | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      GET  | /orders/new                          | sales customer-service
      POST | /orders/new                          | sales customer-service
      POST | /orders                              | sales customer-service
      GET  | /orders/A-1/correct                  | sales customer-service
      POST | /orders/A-1/correction               | sales customer-service
      POST | /orders/A-1/cancellation             | sales customer-service
      POST | /orders/A-1/delivery                 | customer-service
      POST | /orders/A-1/receipt                  | customer-service
      POST | /orders/A-1/holds/1/release          | order-review
      POST | /orders/A-1/picking                  | warehouse
      GET  | /tasks/1/facts                       | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      GET  | /stock                               | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      POST | /stock/receipts                      | warehouse
      GET  | /products                            | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      POST | /products/CH-001                     | sales process-owners camunda-admin
      GET  | /customers/ALFKI                     | sales order-review shipping customer-service managers camunda-admin
      POST | /customers/ALFKI                     | sales customer-service camunda-admin
      POST | /api/orders                          | sales customer-service systems
      POST | /api/orders/batch                    | sales systems
      GET  | /api/orders                          | sales order-review warehouse shipping customer-service managers process-owners systems camunda-admin
      GET  | /api/orders/A-1/events               | sales order-review warehouse shipping customer-service managers process-owners systems camunda-admin
      POST | /api/orders/A-1/cancellation         | sales customer-service systems
      POST | /api/orders/A-1/delivery             | customer-service systems
      POST | /api/orders/A-1/receipt              | customer-service systems
      POST | /api/shipments/T-1/events            | systems
      GET  | /api/stock/CH-001                    | sales order-review warehouse shipping customer-service managers process-owners systems camunda-admin
      POST | /api/stock/movements                 | warehouse systems
      POST | /api/imports                         | sales
      GET  | /v3/api-docs                         | sales order-review warehouse shipping customer-service managers process-owners systems camunda-admin
      GET  | /camunda/app/tasklist/               | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      GET  | /camunda/app/welcome/                | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      GET  | /camunda/app/cockpit/                | managers process-owners camunda-admin
      GET  | /camunda/api/cockpit/plugin/base/static/app/x.js | managers process-owners camunda-admin
      GET  | /camunda/app/admin/                  | camunda-admin
      GET  | /camunda/api/admin/plugin/x          | camunda-admin
      GET  | /tasks/orders                        | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      GET  | /camunda/api/engine/engine/default/task | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      POST | /camunda/api/engine/engine/default/task/1/submit-form | sales order-review warehouse shipping customer-service managers process-owners camunda-admin
      POST | /camunda/api/engine/engine/default/task/1/variables | managers process-owners camunda-admin
      DELETE | /camunda/api/engine/engine/default/task/1 | managers process-owners camunda-admin
      POST | /camunda/api/engine/engine/default/message | managers process-owners camunda-admin
      GET  | /engine-rest/engine                  | camunda-admin
      POST | /engine-rest/deployment/create       | camunda-admin
      """)
  void each_role_reaches_what_it_needs_and_nothing_else(String method, String path, String allowed) throws Exception {
    var reached = new ArrayList<String>();
    for (var role : Role.values()) {
      var status = browser.perform(request(HttpMethod.valueOf(method), path).with(csrf())
          .with(memberOf(role)).accept(MediaType.APPLICATION_JSON)).andReturn().getResponse().getStatus();
      if (status != 403 && status != 401) {
        reached.add(role.group());
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(allowed.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/orders/A-1", "/camunda/app/tasklist/", "/camunda/app/cockpit/default/", "/no/such/page"})
  void a_stranger_is_asked_to_sign_in(String page) throws Exception {
    browser.perform(get(page).accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("http://localhost/sign-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/orders", "/engine-rest/engine", "/v3/api-docs", "/camunda/api/engine/engine/default/task", "/orders"})
  void a_strange_program_is_told_so_in_a_sentence(String path) throws Exception {
    browser.perform(get(path).accept(MediaType.APPLICATION_JSON)).andExpect(status().isUnauthorized())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.type").value("urn:ordertrail:problem:sign-in-needed"))
        .andExpect(jsonPath("$.detail").isNotEmpty());
  }

  @Test
  void a_page_that_is_loaded_by_a_script_leads_to_the_sign_in_page_as_a_whole() throws Exception {
    browser.perform(get("/orders").accept(MediaType.TEXT_HTML).header("HX-Request", "true"))
        .andExpect(status().isUnauthorized()).andExpect(header().string("HX-Redirect", "/sign-in"));
  }

  @Test
  void what_the_table_does_not_name_does_not_exist_for_anybody() throws Exception {
    for (var role : Role.values()) {
      browser.perform(get("/no/such/page").with(memberOf(role)).accept(MediaType.TEXT_HTML))
          .andExpect(status().isNotFound());
      browser.perform(get("/api/no-such-call").with(memberOf(role)))
          .andExpect(status().isNotFound()).andExpect(jsonPath("$.type").value("urn:ordertrail:problem:unknown-address"));
    }
  }

  @Test
  void every_page_and_call_has_a_rule() {
    var without = handlers.getHandlerMethods().keySet().stream()
        .flatMap(mapping -> mapping.getPatternValues().stream().flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
            .map(RequestMethod::name).collect(Collectors.collectingAndThen(Collectors.toSet(),
                names -> names.isEmpty() ? Set.of("GET") : names)).stream()
            .map(method -> new MockHttpServletRequest(method, pattern.replaceAll("\\{[^/]*}", "x")))))
        .filter(request -> !request.getRequestURI().startsWith("/camunda/app/x/"))
        .filter(request -> Rules.of(request).isEmpty())
        .map(request -> request.getMethod() + " " + request.getRequestURI()).toList();
    assertThat(without).isEmpty();
  }

  private static RequestPostProcessor memberOf(Role role) {
    var user = DemoUser.ALL.stream().filter(one -> one.role() == role).findFirst().orElseThrow();
    return user(user.name()).roles(role.group());
  }

  @Test
  void groups_are_named_like_roles() {
    assertThat(Arrays.stream(Role.values()).map(Role::group)).allMatch(group -> group.equals(group.toLowerCase(Locale.ROOT)))
        .contains("order-review", "customer-service", "camunda-admin");
  }
}
