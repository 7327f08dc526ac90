package io.ordertrail.web.process;

import java.util.Map;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.process.bundle.BundleFiles;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.OrdersUnderWay;
import io.ordertrail.process.bundle.ShippedBundle;

/** What new orders follow, and all bundles. */
@Controller
class ProcessPage {

    private static final int SHOWN = 20;

    private final Bundles bundles;
    private final BundleFiles files;
    private final OrdersUnderWay ordersUnderWay;
    private final ShippedBundle shippedBundle;

    ProcessPage(Bundles bundles, BundleFiles files, OrdersUnderWay ordersUnderWay, ShippedBundle shippedBundle) {
        this.bundles = bundles;
        this.files = files;
        this.ordersUnderWay = ordersUnderWay;
        this.shippedBundle = shippedBundle;
    }

    @GetMapping("/process")
    String overview(@RequestParam(required = false) Long after, Model model) {
        var inForce = bundles.inForce();
        var found = bundles.newest(after == null ? Long.MAX_VALUE : after, Limit.of(SHOWN + 1));
        var shown = found.stream().limit(SHOWN).toList();
        model.addAttribute("inForce", inForce.orElse(null));
        model.addAttribute("pictures", DiagramPictures.of(inForce.map(files::of).orElse(Map.of())));
        model.addAttribute("versions", ordersUnderWay.byVersion());
        model.addAttribute(
                "offered",
                shippedBundle.isNewerWaiting() ? bundles.lastShipped().orElse(null) : null);
        model.addAttribute("bundles", shown);
        model.addAttribute("next", found.size() > SHOWN ? shown.get(SHOWN - 1).number() : null);
        return "process";
    }
}
