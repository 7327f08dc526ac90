package io.ordertrail.platform.finding;

import java.util.List;
import java.util.stream.Collectors;

import io.ordertrail.refusal.Refusal;

/** A deployment of diagrams, tables or forms is refused as a whole; nothing of it is stored. */
public class RefusedDeployment extends Refusal {

    private final transient List<ProcessFinding> findings;

    public RefusedDeployment(List<ProcessFinding> findings) {
        super(
                Kind.INVALID,
                "deployment.refused",
                findings.stream().filter(ProcessFinding::refuses).count());
        this.findings = List.copyOf(findings);
    }

    @Override
    public String getMessage() {
        return summary() + findings.stream().map(finding -> "\n" + finding).collect(Collectors.joining());
    }

    /** How many mistakes there are, in one sentence. */
    String summary() {
        return super.getMessage();
    }

    /** All findings: those that refuse and those that only warn. */
    public List<ProcessFinding> findings() {
        return findings;
    }
}
