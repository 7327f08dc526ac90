package io.ordertrail.web.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.catalog.Product;
import io.ordertrail.catalog.Products;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.stock.transfer.ReceiveTransfer;
import io.ordertrail.stock.transfer.TransferLine;
import io.ordertrail.stock.transfer.TransferLines;
import io.ordertrail.stock.transfer.TransferReceipt;
import io.ordertrail.stock.transfer.Transfers;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;

/** The page of one transfer, and the receipt of its goods. */
@Controller
class TransferPage {

    private final Transfers transfers;
    private final TransferLines lines;
    private final ReceiveTransfer receiveTransfer;
    private final Products products;

    TransferPage(Transfers transfers, TransferLines lines, ReceiveTransfer receiveTransfer, Products products) {
        this.transfers = transfers;
        this.lines = lines;
        this.receiveTransfer = receiveTransfer;
        this.products = products;
    }

    @GetMapping("/stock/transfers/{number}")
    String transfer(@PathVariable long number, Model model) {
        var transfer = transfers.get(number);
        var goods = lines.findByTransferOrderBySku(number);
        model.addAttribute("transfer", transfer);
        model.addAttribute("lines", goods);
        model.addAttribute(
                "names",
                products.findBySkuIn(goods.stream().map(TransferLine::sku).toList()).stream()
                        .collect(Collectors.toMap(Product::sku, Product::name)));
        model.asMap().putIfAbsent("faults", FormErrors.NONE);
        model.asMap().putIfAbsent("arrived", List.of());
        model.asMap().putIfAbsent("reason", "");
        return "transfer";
    }

    @PostMapping("/stock/transfers/{number}/receipt")
    @RetryOnContention
    String receive(
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var typed = new FormInput(sent);
        try {
            var receipt = receipt(sent, typed.text("reason"));
            receiveTransfer.receive(number, receipt);
            next.addFlashAttribute(
                    "said",
                    Sentence.of("transfer.said.arrived", transfers.get(number).name()));
            return "redirect:/stock/transfers/" + number;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNKNOWN) {
                throw refusal;
            }
            response.setStatus(
                    (refusal.kind() == Refusal.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY)
                            .value());
            model.addAttribute("faults", FormErrors.of(refusal));
            model.addAttribute("arrived", sent.getOrDefault("arrived", List.of()));
            model.addAttribute("reason", typed.text("reason"));
            return transfer(number, model);
        }
    }

    /** Reads the receipt; a quantity that is empty or unreadable is null, and validation reports it at its field. */
    private static TransferReceipt receipt(MultiValueMap<String, String> sent, String reason) {
        var typed = new FormInput(null);
        var quantities = new HashMap<String, Integer>();
        var skus = sent.getOrDefault("sku", List.of());
        var arrived = sent.getOrDefault("arrived", List.of());
        for (int i = 0; i < Math.min(skus.size(), arrived.size()); i++) {
            quantities.put(
                    skus.get(i),
                    typed.integer(
                            "/lines/" + i + "/arrived", FormInput.orEmpty(arrived.get(i)), "transfer.input.units"));
        }
        return new TransferReceipt(quantities, FormInput.orNull(reason));
    }
}
