package io.ordertrail.process.bundle;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;

import io.ordertrail.platform.finding.ProcessFinding;
import io.ordertrail.platform.finding.RefusedDeployment;
import io.ordertrail.process.bundle.Bundle.Origin;
import io.ordertrail.process.file.ProcessFiles;
import io.ordertrail.refusal.Refusal;

/** Makes a draft of uploaded files; what is not in the upload comes from the bundle in force. */
@Service
public class DraftBundle {

    private final Bundles bundles;
    private final BundleFiles files;
    private final CheckFiles check;
    private final StoreBundle store;

    DraftBundle(Bundles bundles, BundleFiles files, CheckFiles check, StoreBundle store) {
        this.bundles = bundles;
        this.files = files;
        this.check = check;
        this.store = store;
    }

    /**
     * Stores the draft with what its check finds, mistakes or none.
     *
     * @param base the bundle from which the other files come; null for the one in force
     * @throws RefusedDeployment when a file cannot be read
     */
    public Bundle upload(Map<String, byte[]> upload, String note, Long base) {
        refuseUnreadable(upload);
        var from = base == null ? inForce() : bundles.get(base);
        var all = BundleFiles.completed(upload, files.of(from));
        return store.draft(Origin.UPLOADED, note, from.number(), all, check.report(all, files.of(inForce())));
    }

    /**
     * Does the same for a deployment to the engine, whose caller has the files at hand and corrects them there.
     *
     * @throws RefusedDeployment with all findings, if one of them refuses; nothing is stored then
     */
    public Bundle deploy(Map<String, byte[]> deployment, String note) {
        var upload = Upload.empty();
        deployment.forEach(upload::add);
        refuseUnreadable(upload.orRefuse().files());
        var from = inForce();
        var all = BundleFiles.completed(upload.files(), files.of(from));
        var report = check.report(all, files.of(from)).and(upload.ignored());
        if (!report.passes()) {
            throw new RefusedDeployment(report.findings());
        }
        return store.draft(Origin.DEPLOYED, note, from.number(), all, report);
    }

    private Bundle inForce() {
        return bundles.inForce().orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "bundle.none"));
    }

    private static void refuseUnreadable(Map<String, byte[]> upload) {
        List<ProcessFinding> unreadable = ProcessFiles.of(upload).unreadable();
        if (unreadable.stream().anyMatch(ProcessFinding::refuses)) {
            throw new RefusedDeployment(unreadable);
        }
    }
}
