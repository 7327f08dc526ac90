package io.ordertrail.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.camunda.bpm.engine.repository.ProcessDefinition;

import io.ordertrail.process.measure.Period;
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

    Asked about(ProcessDefinition definition, Clock clock) {
        if (days < 1 || days > LONGEST || version < 0) {
            throw new BadRequestException();
        }
        return new Asked(definition.getKey(), version, Period.endingOn(LocalDate.now(clock), days));
    }
}
