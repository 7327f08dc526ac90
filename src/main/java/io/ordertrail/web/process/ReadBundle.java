package io.ordertrail.web.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.ordertrail.change.Changes;
import io.ordertrail.change.Subject;
import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.BundleDifferences;
import io.ordertrail.process.bundle.BundleFiles;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.CheckBundle;
import io.ordertrail.process.bundle.CheckReport;
import io.ordertrail.process.bundle.StepNames;
import io.ordertrail.process.rule.ChangedVerdict;

/** Reads everything that the page of a bundle shows. */
@Component
class ReadBundle {

    private static final int MOST_VERDICTS = 100;

    private final Bundles bundles;
    private final BundleFiles files;
    private final BundleDifferences differences;
    private final Changes changes;

    ReadBundle(Bundles bundles, BundleFiles files, BundleDifferences differences, Changes changes) {
        this.bundles = bundles;
        this.files = files;
        this.differences = differences;
        this.changes = changes;
    }

    Map<String, Object> page(Bundle bundle) {
        var contents = files.of(bundle);
        var report = CheckBundle.last(bundle);
        var verdicts = report.map(CheckReport::verdicts).orElse(List.<ChangedVerdict>of());
        var page = new HashMap<String, Object>();
        page.put("bundle", bundle);
        page.put("before", differences.before(bundle));
        page.put("differences", differences.of(bundle));
        page.put("report", report.orElse(null));
        page.put("verdicts", verdicts.stream().limit(MOST_VERDICTS).toList());
        page.put("names", StepNames.of(contents));
        page.put("pictures", DiagramPictures.of(contents));
        page.put("inForce", bundles.inForce().map(Bundle::number).orElse(null));
        page.put("changes", changes.newest(Subject.Kind.BUNDLE, String.valueOf(bundle.number())));
        return page;
    }
}
