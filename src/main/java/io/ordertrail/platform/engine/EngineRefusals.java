package io.ordertrail.platform.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.IdentityProviderException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.camunda.bpm.model.xml.ModelParseException;
import org.xml.sax.SAXException;

import io.ordertrail.platform.finding.DeploymentProblem;
import io.ordertrail.platform.finding.RefusedDeployment;
import io.ordertrail.platform.operation.LogContext;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/**
 * Makes the engine's REST API answer a refusal of ours, such as a decision that the order does not accept, with its
 * sentence and nothing around it. JAX-RS finds the class through {@code META-INF/services}, the only extension point of
 * the engine's web applications.
 */
public class EngineRefusals implements Feature {

    /** Messages of the engine about objects sent as variables; it fails before our checks see their names. */
    private static final List<String> UNREADABLE =
            List.of("Cannot find serializer for value", "Java serialization format is prohibited");

    private static final int BEFORE_THE_ENGINES_OWN = 1;
    private static final int OUR_FAULT = 500;

    @Override
    public boolean configure(FeatureContext rest) {
        List.of(AnyFault.class, EngineFault.class, RestFault.class, Unparsable.class, Unmappable.class)
                .forEach(mapper -> rest.register(mapper, BEFORE_THE_ENGINES_OWN));
        rest.register(DeploymentFindings.class);
        return true;
    }

    private static Response answer(Throwable fault) {
        if (causes(fault).anyMatch(IdentityProviderException.class::isInstance)) {
            return respond(503, "people.unreachable", Sentence.of("people.unreachable"));
        }
        return causes(fault)
                .flatMap(cause -> refusal(cause).stream())
                .findFirst()
                .or(() -> EngineContention.isBehind(fault)
                        ? Optional.of(new Refusal(Refusal.Kind.CONFLICT, "task.contended"))
                        : Optional.empty())
                .map(EngineRefusals::respond)
                .orElseGet(() ->
                        withOurSentence(ExceptionHandlerHelper.getInstance().getResponse(fault), fault));
    }

    /** The text of an exception can name classes, tables and people, so it stays in the log. */
    private static Response withOurSentence(Response response, Throwable fault) {
        var body = response.getEntity() instanceof ExceptionDto engines ? engines : new ExceptionDto();
        if (!isForTasklist(body.getMessage())) {
            body.setMessage(
                    fault instanceof ParseException diagram ? findings(diagram) : sentence(response.getStatus()));
        }
        if (response.getStatus() >= OUR_FAULT) {
            body.setType("our-fault"); // the engine's own type is the class of the exception
        }
        return Response.fromResponse(response)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    /** Tasklist knows by this text that a task is gone, and says so in the person's language. */
    private static boolean isForTasklist(String message) {
        return message != null && message.startsWith("No matching task");
    }

    private static String sentence(int status) {
        var sentence = Sentence.of("error.problem."
                + switch (status) {
                    case 401 -> "sign-in-needed";
                    case 403 -> "not-allowed";
                    case 404 -> "unknown-address";
                    case 405 -> "unknown-method";
                    default -> status < 500 ? "bad-request" : "our-fault";
                });
        return status < 500 ? sentence : sentence + " (" + LogContext.trace() + ")";
    }

    /** What is wrong with a diagram, for the person who draws it. */
    private static String findings(ParseException diagram) {
        return diagram.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream())
                .map(problem -> Sentence.of("diagram.finding", problem.getMessage(), String.valueOf(problem.getLine())))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
    }

    /** Includes the exceptions of the engine that a person in Tasklist sees when somebody else was faster. */
    private static Optional<Refusal> refusal(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (cause instanceof TaskAlreadyClaimedException claimed) {
            return Optional.of(new Refusal(Refusal.Kind.CONFLICT, "task.taken", claimed.getTaskAssignee()));
        }
        if (cause instanceof SAXException || cause instanceof ModelParseException) {
            return Optional.of(new Refusal(Refusal.Kind.INVALID, "deployment.unreadable"));
        }
        var message = String.valueOf(cause.getMessage());
        if (cause instanceof NullValueException && message.startsWith("Cannot find task with id")
                || cause instanceof AuthorizationException denied && isNoTaskOfTheirs(denied)) {
            return Optional.of(new Refusal(Refusal.Kind.UNKNOWN, "task.gone"));
        }
        var unreadable =
                cause instanceof ProcessEngineException && UNREADABLE.stream().anyMatch(message::contains);
        return unreadable ? Optional.of(new Refusal(Refusal.Kind.INVALID, "task.field.foreign")) : Optional.empty();
    }

    /** The rights to a task are deleted with it. A person who may not see a task only learns that there is none. */
    private static boolean isNoTaskOfTheirs(AuthorizationException denied) {
        return denied.getMissingAuthorizations().stream()
                .filter(missing -> Resources.TASK.resourceName().equals(missing.getResourceType()))
                .anyMatch(missing -> EngineUtil.lookupProcessEngine(null)
                                .getTaskService()
                                .createTaskQuery()
                                .taskId(missing.getResourceId())
                                .count()
                        == 0);
    }

    private static Response respond(Refusal refusal) {
        if (refusal instanceof RefusedDeployment refused) {
            return DeploymentProblem.of(refused);
        }
        var status = switch (refusal.kind()) {
            case UNKNOWN -> 404;
            case CONFLICT, STALE -> 409;
            case INVALID -> 422;
            case PAUSED -> 503;
        };
        return respond(status, refusal.key(), refusal.getMessage());
    }

    private static Response respond(int status, String type, String message) {
        var body = new ExceptionDto();
        body.setType(type);
        body.setMessage(message);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    /** JAX-RS calls the mapper of the nearest class, and the engine has one for each of these. */
    @Priority(BEFORE_THE_ENGINES_OWN)
    static class AnyFault implements ExceptionMapper<Throwable> {

        @Override
        public Response toResponse(Throwable fault) {
            return answer(fault);
        }
    }

    @Priority(BEFORE_THE_ENGINES_OWN)
    static class EngineFault implements ExceptionMapper<ProcessEngineException> {

        @Override
        public Response toResponse(ProcessEngineException fault) {
            return answer(fault);
        }
    }

    @Priority(BEFORE_THE_ENGINES_OWN)
    static class RestFault implements ExceptionMapper<RestException> {

        @Override
        public Response toResponse(RestException fault) {
            return answer(fault);
        }
    }

    @Priority(BEFORE_THE_ENGINES_OWN)
    static class Unparsable implements ExceptionMapper<JsonParseException> {

        @Override
        public Response toResponse(JsonParseException fault) {
            return answer(new InvalidRequestException(Response.Status.BAD_REQUEST, fault, ""));
        }
    }

    @Priority(BEFORE_THE_ENGINES_OWN)
    static class Unmappable implements ExceptionMapper<JsonMappingException> {

        @Override
        public Response toResponse(JsonMappingException fault) {
            return answer(new InvalidRequestException(Response.Status.BAD_REQUEST, fault, ""));
        }
    }
}
