package io.ordertrail.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.ordertrail.api.order.Caller;
import io.ordertrail.journey.JourneyTest;
import io.ordertrail.journey.TestCompany;
import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.order.entry.EnterOrder;
import io.ordertrail.report.forecast.Forecast;
import io.ordertrail.report.forecast.LearnedForecast;

/** When an open order is likely to be received, wherever somebody looks at it. */
@JourneyTest
class ExpectedReceiptTest {

    private static final int ENOUGH = 2000;

    @Autowired
    TestCompany company;

    @Autowired
    EnterOrder enterOrder;

    @Autowired
    Caller caller;

    @Autowired
    MockMvc browser;

    @Autowired
    Forecast forecast;

    private OrderNumber order() {
        return enterOrder.enter(TestCompany.order(company.customer(), Map.of(company.product(5), 1)));
    }

    @Test
    void the_page_of_an_open_order_says_when_half_and_when_nine_of_ten_like_it_were_received() throws Exception {
        var number = order();
        LearnedForecast.with(
                ENOUGH,
                forecast,
                () -> assertThat(page("/orders/" + number))
                        .containsPattern("Its receipt is expected about .+, in nine of ten cases by .+")
                        .containsPattern("From [0-9,]+ past orders"));
    }

    @Test
    void it_says_so_when_too_few_orders_like_it_are_known() throws Exception {
        var number = order();
        LearnedForecast.with(0, forecast, () -> {
            assertThat(page("/orders/" + number)).contains("Too few past orders stayed in this state for as long");
            var answer = caller.get("systems", "/api/orders/{number}/forecast", number);
            assertThat(answer.text("/expected")).isNull();
            assertThat(answer.text("/calibration")).isNull();
            assertThat(answer.text("/off")).isEqualTo("false");
        });
    }

    @Test
    void the_list_says_it_of_each_order() throws Exception {
        var number = order();
        LearnedForecast.with(
                ENOUGH,
                forecast,
                () -> assertThat(row(page("/orders?sort=-ENTERED"), number))
                        .containsPattern("receipt about [^<]*20[0-9]{2}; 90 % by [^<]*20[0-9]{2}"));
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address).with(user("bob").roles("warehouse")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String row(String page, OrderNumber number) {
        var start = page.indexOf("href=\"/orders/" + number);
        return page.substring(start, page.indexOf("</tr>", start));
    }

    @Test
    void programs_ask_for_the_two_times() throws Exception {
        var number = order();
        LearnedForecast.with(ENOUGH, forecast, () -> {
            var answer = caller.get("systems", "/api/orders/{number}/forecast", number);
            assertThat(answer.text("/number")).isEqualTo(number.value());
            assertThat(Instant.parse(answer.text("/expected/halfBy")))
                    .isAfter(Instant.now())
                    .isBefore(Instant.parse(answer.text("/expected/ninetyPercentBy")));
            assertThat(answer.json().at("/expected/orders").asInt()).isGreaterThanOrEqualTo(20);
            assertThat(answer.json().at("/calibration").asDouble()).isBetween(85.0, 95.0);
        });
    }

    @Test
    void while_the_past_is_no_guide_every_place_says_so_and_the_list_says_nothing() throws Exception {
        var number = order();
        LearnedForecast.slower(ENOUGH, forecast, () -> {
            assertThat(page("/orders/" + number)).contains("The forecast is off at present");
            assertThat(page("/orders?sort=-ENTERED")).contains(number.value()).doesNotContain("receipt about");
            assertThat(browser.perform(get("/reports/forecast").with(user("mia").roles("managers")))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("The forecast is off at present: ", "85 to 95 percent would be right");
            var answer = caller.get("systems", "/api/orders/{number}/forecast", number);
            assertThat(answer.text("/off")).isEqualTo("true");
            assertThat(answer.json().at("/calibration").asDouble()).isLessThan(85);
        });
    }

    @Test
    void there_is_no_forecast_of_an_order_that_does_not_exist() {
        assertThat(caller.get("systems", "/api/orders/O-9999-9999/forecast").status())
                .isEqualTo(404);
    }
}
