package io.ordertrail.api.process;

import java.net.URI;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.BundleDifferences;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.CheckBundle;
import io.ordertrail.process.bundle.DiscardBundle;
import io.ordertrail.process.bundle.ForceBundle;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping(path = "/api/process/bundles", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Process")
class BundlesController {

    private final Bundles bundles;
    private final BundleDifferences differences;
    private final CheckBundle checkBundle;
    private final ForceBundle forceBundle;
    private final DiscardBundle discardBundle;

    BundlesController(
            Bundles bundles,
            BundleDifferences differences,
            CheckBundle checkBundle,
            ForceBundle forceBundle,
            DiscardBundle discardBundle) {
        this.bundles = bundles;
        this.differences = differences;
        this.checkBundle = checkBundle;
        this.forceBundle = forceBundle;
        this.discardBundle = discardBundle;
    }

    /**
     * Selects bundles.
     *
     * @param after the value of {@code next} of the previous page
     */
    record BundleQuery(
            Long after,

            @Min(value = 1, message = "{input.limit}") @Max(value = 200, message = "{input.limit}")
            Integer limit) {

        BundleQuery {
            limit = limit == null ? 50 : limit;
        }
    }

    /**
     * Bundles, newest first.
     *
     * @param next the value of {@code after} for the next page; null on the last page
     */
    record BundlePage(List<BundleView> bundles, Long next) {}

    @GetMapping
    @Operation(summary = "List the bundles of the process, newest first")
    BundlePage findBundles(@ParameterObject @Valid BundleQuery query) {
        var found = bundles.newest(query.after() == null ? Long.MAX_VALUE : query.after(), Limit.of(query.limit() + 1));
        var shown = found.stream().limit(query.limit()).toList();
        return new BundlePage(
                shown.stream().map(BundleView::of).toList(),
                found.size() > shown.size() ? shown.get(shown.size() - 1).number() : null);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Show a bundle, its difference to the one before in words, and what its check found")
    BundleView showBundle(@PathVariable long number) {
        return view(bundles.get(number));
    }

    @PostMapping("/{number}/check")
    @RetryOnContention
    @Operation(
            summary = "Check a bundle again and try it on synthetic orders and on the facts of the last 1,000 orders")
    BundleView checkBundle(@PathVariable long number) {
        checkBundle.check(number);
        return view(bundles.get(number));
    }

    @PostMapping("/{number}/force")
    @RetryOnContention
    @Operation(
            summary = "Put a bundle in force",
            description = "It is checked again first. New orders follow it at once, orders under way finish on theirs."
                    + " Send as inForce the number of the bundle that you replace: the answer is 409 if another one came"
                    + " into force meanwhile.")
    BundleView forceBundle(@PathVariable long number, @RequestParam(required = false) Long inForce) {
        return view(forceBundle.force(number, inForce));
    }

    @PostMapping("/{number}/take-back")
    @RetryOnContention
    @Operation(summary = "Take the bundle in force back; the one before it is in force again")
    BundleView takeBackBundle(@PathVariable long number) {
        return view(forceBundle.takeBack(number));
    }

    @PostMapping("/{number}/discard")
    @RetryOnContention
    @Operation(
            summary = "Discard a draft",
            description = "It stays in the list and comes into force no more. The answer is 409 for a bundle that is or"
                    + " was in force.")
    BundleView discardBundle(@PathVariable long number) {
        return view(discardBundle.discard(number));
    }

    static URI address(Bundle bundle) {
        return URI.create("/api/process/bundles/" + bundle.number());
    }

    private BundleView view(Bundle bundle) {
        return BundleView.of(
                bundle, differences.of(bundle), CheckBundle.last(bundle).orElse(null));
    }
}
