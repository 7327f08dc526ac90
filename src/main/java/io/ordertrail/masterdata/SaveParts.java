package io.ordertrail.masterdata;

import org.springframework.stereotype.Component;

import io.ordertrail.change.ChangeLog;
import io.ordertrail.refusal.Checked;
import io.ordertrail.search.WriteSearchWords;

/** What saving needs, whatever is saved. */
@Component
public record SaveParts(Checked checked, GuardFigures guard, ChangeLog log, WriteSearchWords search) {}
