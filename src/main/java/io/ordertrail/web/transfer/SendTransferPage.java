package io.ordertrail.web.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.ledger.Sites;
import io.ordertrail.stock.transfer.SendTransfer;
import io.ordertrail.stock.transfer.TransferPlan;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;

/** Sends goods to another site. */
@Controller
class SendTransferPage {

    private static final Limit SUGGESTIONS = Limit.of(30);

    record Row(String sku, String quantity) {

        boolean isBlank() {
            return sku.isBlank() && quantity.isBlank();
        }
    }

    /**
     * The input of the transfer form.
     *
     * @param id created when the form is shown, so that a form that is sent twice creates one transfer
     */
    record Form(String id, String from, String to, String note, List<Row> rows) {

        static Form of(FormInput typed, MultiValueMap<String, String> sent, UnaryOperator<String> known) {
            var skus = sent.getOrDefault("sku", List.of());
            var quantities = sent.getOrDefault("quantity", List.of());
            var rows = new ArrayList<Row>();
            for (int i = 0; i < skus.size(); i++) {
                rows.add(new Row(
                        known.apply(Blanks.trimmed(FormInput.orEmpty(skus.get(i)))),
                        i < quantities.size() ? Blanks.trimmed(FormInput.orEmpty(quantities.get(i))) : ""));
            }
            return new Form(
                    typed.text("id"),
                    typed.text("from"),
                    typed.text("to"),
                    typed.text("note"),
                    rows.stream().filter(row -> !row.isBlank()).toList());
        }

        /** The rows with an empty one for the next product. */
        public List<Row> rowsAndOneMore() {
            var all = new ArrayList<>(rows);
            all.add(new Row("", ""));
            return all;
        }

        TransferPlan plan() {
            var typed = new FormInput(null);
            var goods = new ArrayList<TransferPlan.Goods>();
            for (var row : rows) {
                goods.add(new TransferPlan.Goods(
                        row.sku(),
                        typed.integer("/lines/" + goods.size() + "/quantity", row.quantity(), "transfer.input.units")));
            }
            typed.refuseUnreadable();
            return new TransferPlan(id.isBlank() ? newId() : id, from, to, FormInput.orNull(note), goods);
        }
    }

    private final SendTransfer sendTransfer;
    private final Products products;
    private final Sites sites;

    SendTransferPage(SendTransfer sendTransfer, Products products, Sites sites) {
        this.sendTransfer = sendTransfer;
        this.products = products;
        this.sites = sites;
    }

    @GetMapping("/stock/transfers/new")
    String empty(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String sku, Model model) {
        return show(
                new Form(newId(), from, "", "", sku.isBlank() ? List.of() : List.of(new Row(sku, ""))),
                FormErrors.NONE,
                model);
    }

    @PostMapping("/stock/transfers/new")
    @RetryOnContention
    String send(
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var typed = new FormInput(sent);
        var form = Form.of(typed, sent, products::sku);
        if (typed.text("act").equals("more")) {
            return show(form, FormErrors.NONE, model);
        }
        try {
            var plan = form.plan();
            var transfer = sendTransfer.send(plan);
            next.addFlashAttribute("said", Sentence.of("transfer.said.sent", transfer.name(), transfer.toSite()));
            return "redirect:/stock/transfers/" + transfer.number();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(form, FormErrors.of(refusal), model);
        }
    }

    private String show(Form form, FormErrors faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("sites", sites.findAllByOrderByCode());
        model.addAttribute("products", products.following("", "", SUGGESTIONS));
        return "transfer-form";
    }

    private static String newId() {
        return "desk-" + UUID.randomUUID();
    }
}
