package io.ordertrail.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ShutdownNoticeTest {

    private final GenericApplicationContext application = new GenericApplicationContext();
    private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
    private final ShutdownNotice notice = new ShutdownNotice(application, Duration.ofMillis(50));

    @BeforeEach
    void the_application_is_ready() {
        application.addApplicationListener(availability);
        application.refresh();
        AvailabilityChangeEvent.publish(application, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void a_shutdown_lowers_readiness_and_waits_before_the_web_server_stops() {
        notice.start();
        var begun = System.nanoTime();

        notice.stop();

        assertThat(availability.getReadinessState()).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(notice.getPhase()).isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    @Test
    void a_request_on_a_kept_connection_is_answered_and_told_to_close_it() throws Exception {
        assertThat(answered().getHeader("Connection")).isNull();

        notice.stop();

        assertThat(answered().getHeader("Connection")).isEqualTo("close");
    }

    private MockHttpServletResponse answered() throws Exception {
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        new CloseConnections(availability).doFilter(new MockHttpServletRequest(), response, chain);
        assertThat(chain.getRequest()).as("the request is handled").isNotNull();
        return response;
    }
}
