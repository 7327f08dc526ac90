package io.ordertrail.web.page;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;

/** Shows a page with the reason of a refusal that no form handles. Internal errors have their own error pages. */
@ControllerAdvice("io.ordertrail.web")
@Order(0)
class RefusalPages {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalPages.class);

    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal) {
        return page(
                switch (refusal.kind()) {
                    case UNKNOWN -> HttpStatus.NOT_FOUND;
                    case CONFLICT, STALE -> HttpStatus.CONFLICT;
                    case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
                    case PAUSED -> HttpStatus.SERVICE_UNAVAILABLE;
                },
                refusal.getMessage());
    }

    @ExceptionHandler(ConcurrencyFailureException.class)
    ModelAndView contended(ConcurrencyFailureException refusal) {
        LOG.debug("All attempts failed because of contention", refusal);
        return page(HttpStatus.CONFLICT, Sentence.of("page.refused.contended"));
    }

    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class,
        MethodArgumentNotValidException.class
    })
    ModelAndView unreadable() {
        return page(HttpStatus.BAD_REQUEST, Sentence.of("page.refused.unreadable"));
    }

    private static ModelAndView page(HttpStatus status, String sentence) {
        return new ModelAndView("refused", Map.of("sentence", sentence, "status", status.value()), status);
    }
}
