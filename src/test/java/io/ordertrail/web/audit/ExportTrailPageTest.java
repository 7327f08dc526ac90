package io.ordertrail.web.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Limit;

import io.ordertrail.change.Change;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Changes;
import io.ordertrail.change.Sought;
import io.ordertrail.refusal.Refusal;

class ExportTrailPageTest {

    @Test
    void a_file_that_would_leave_entries_out_is_refused() {
        var changes = mock(Changes.class);
        var log = mock(ChangeLog.class);
        when(changes.page(any(Sought.class), any(), any(Limit.class))).thenAnswer(call -> {
            Limit limit = call.getArgument(2);
            return Collections.<Change>nCopies(limit.max(), null);
        });
        var page = new ExportTrailPage(changes, log, Clock.systemUTC());
        assertThatThrownBy(() -> page.export(new AuditQuery(null, "", "", "", ""), null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("50,000");
        verifyNoInteractions(log);
    }
}
