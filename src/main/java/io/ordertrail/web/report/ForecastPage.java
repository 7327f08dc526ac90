package io.ordertrail.web.report;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.ordertrail.report.forecast.Forecast;

/** When the open orders are likely to be received, and how far that could be trusted in the past. */
@Controller
class ForecastPage {

    private static final int MOST_ORDERS = 200;

    private final Forecast forecast;

    ForecastPage(Forecast forecast) {
        this.forecast = forecast;
    }

    @GetMapping("/reports/forecast")
    String page(Model model) {
        model.addAttribute("calibration", forecast.calibration().orElse(null));
        model.addAttribute("isOff", forecast.isOff());
        model.addAttribute("orders", forecast.open(MOST_ORDERS));
        model.addAttribute("most", MOST_ORDERS);
        return "forecast";
    }
}
