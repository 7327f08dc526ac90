package io.ordertrail.api.order;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.ordertrail.journey.TestCompany;

/** Calls the API in a role and reads the responses. */
@Component
public class Caller {

    private final MockMvc mvc;
    private final int person;
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    Caller(MockMvc mvc) {
        this(mvc, 1);
    }

    private Caller(MockMvc mvc, int person) {
        this.mvc = mvc;
        this.person = person;
    }

    /** Calls as another person: the number of calls in a minute is limited for each. */
    public Caller as(int other) {
        return new Caller(mvc, other);
    }

    public record Reply(int status, Map<String, String> headers, String body, JsonNode json) {

        public String text(String pointer) {
            return json.at(pointer).isNull() ? null : json.at(pointer).asText();
        }

        public List<String> pointers() {
            return json.path("errors").findValuesAsText("pointer");
        }
    }

    public Reply get(String role, String path, Object... variables) {
        return send(role, MockMvcRequestBuilders.get(path, variables));
    }

    public Reply post(String role, String body, String path, Object... variables) {
        return send(role, withBody(MockMvcRequestBuilders.post(path, variables), body));
    }

    public Reply put(String role, Object body, String path, Object... variables) {
        return send(role, withBody(MockMvcRequestBuilders.put(path, variables), write(body)));
    }

    public static MockHttpServletRequestBuilder withBody(MockHttpServletRequestBuilder request, String body) {
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    public Reply send(String role, MockHttpServletRequestBuilder request) {
        try {
            var answer = mvc.perform(
                            role == null
                                    ? request
                                    : request.with(user(role + "-" + person).roles(role)))
                    .andReturn()
                    .getResponse();
            var body = answer.getContentAsString(StandardCharsets.UTF_8);
            var headers = new TreeMap<String, String>();
            answer.getHeaderNames().forEach(name -> headers.put(name, answer.getHeader(name)));
            return new Reply(
                    answer.getStatus(), headers, body, isDocument(answer) ? json.createObjectNode() : read(body));
        } catch (Exception e) {
            throw new AssertionError("The call ended with an exception", e);
        }
    }

    /** Answers to documents of partners are documents too. */
    private static boolean isDocument(MockHttpServletResponse answer) {
        return answer.getContentType() != null && answer.getContentType().matches("application/(xml|edi.*)");
    }

    private JsonNode read(String body) throws IOException {
        return body.isEmpty() ? json.createObjectNode() : json.readTree(body);
    }

    public String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A valid order of one unit, as a client would send it. */
    public ObjectNode order(TestCompany company) {
        var order = json.createObjectNode().put("customer", company.customer());
        order.set("shipTo", json.valueToTree(TestCompany.BERLIN));
        order.putArray("lines").addObject().put("sku", company.product(1)).put("quantity", 1);
        return order;
    }
}
