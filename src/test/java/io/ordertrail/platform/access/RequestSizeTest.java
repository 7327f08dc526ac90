package io.ordertrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jakarta.servlet.ServletException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class RequestSizeTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void whoever_is_signed_in_may_send_a_file_of_orders_of_a_gigabyte() throws Exception {
        assertThat(answered("/orders/import", 1024 * MEGABYTE, true)).isEqualTo(200);
        assertThat(answered("/orders/import", 1026 * MEGABYTE, true)).isEqualTo(413);
        assertThat(answered("/api/imports", 1024 * MEGABYTE, false))
                .as("who calls is known by then")
                .isEqualTo(200);
        assertThat(answered("/imports/customers", 50 * MEGABYTE, true)).isEqualTo(200);
        assertThat(answered("/imports/customers", 51 * MEGABYTE, true)).isEqualTo(413);
    }

    @Test
    void nobody_stores_a_long_form_here_without_having_signed_in() throws Exception {
        assertThat(answered("/orders/import", 2 * MEGABYTE, false)).isEqualTo(413);
        assertThat(answered("/imports/stock", 2 * MEGABYTE, false)).isEqualTo(413);
        assertThat(answered("/orders/import", MEGABYTE, false)).isEqualTo(200);
    }

    private static int answered(String path, long length, boolean signedIn) throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.getSession();
        if (signedIn) {
            request.getSession()
                    .setAttribute(
                            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                            new SecurityContextImpl());
        }
        var response = new MockHttpServletResponse();
        new RequestSize().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
