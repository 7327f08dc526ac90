package io.ordertrail.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.camunda.bpm.engine.repository.ProcessDefinition;

import io.ordertrail.process.measure.Period;
import io.ordertrail.process.measure.ProcessFigures;
import io.ordertrail.process.measure.ProcessFigures.Asked;

/** The period and the version that the reader has chosen. */
public class Chosen {

    private static final int LONGEST = 3660;

    @QueryParam("days")
    @DefaultValue("30")
    private int days = 30;

    @QueryParam("version")
    @DefaultValue("0")
    private int version;

    @QueryParam("compare")
    @DefaultValue("period")
    private String compare = "period";

    /** What the figures are compared with: the version before when somebody chose that, or else the period before. */
    Asked before(Asked asked, ProcessFigures figures) {
        return compare.equals("version") && asked.version() != ProcessFigures.ALL_VERSIONS
                ? asked.ofVersionBefore(figures.versions(asked.process()))
                : asked.before();
    }

    Asked about(ProcessDefinition definition, Clock clock) {
        if (days < 1 || days > LONGEST || version < 0) {
            throw new BadRequestException();
        }
        return new Asked(definition.getKey(), version, Period.endingOn(LocalDate.now(clock), days));
    }
}
