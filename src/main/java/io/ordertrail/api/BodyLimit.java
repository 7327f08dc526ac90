package io.ordertrail.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a body that is larger than any order can be, before anything looks at it. */
@ControllerAdvice(basePackageClasses = BodyLimit.class)
class BodyLimit extends RequestBodyAdviceAdapter {

  private static final int MOST_BYTES = 1024 * 1024;

  @Override
  public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
      Class<? extends HttpMessageConverter<?>> converter) throws IOException {
    var bytes = message.getHeaders().getContentLength() > MOST_BYTES ? null : message.getBody().readNBytes(MOST_BYTES + 1);
    if (bytes == null || bytes.length > MOST_BYTES) {
      throw new ErrorResponseException(HttpStatus.PAYLOAD_TOO_LARGE);
    }
    return new Read(message.getHeaders(), new ByteArrayInputStream(bytes));
  }

  private record Read(HttpHeaders headers, InputStream body) implements HttpInputMessage {

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return body;
    }
  }
}
