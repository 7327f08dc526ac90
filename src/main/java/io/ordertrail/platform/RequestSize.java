package io.ordertrail.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;

/** No body is longer than 1 MB, whether it says its length beforehand or not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class RequestSize extends OncePerRequestFilter {

  private static final long LONGEST = DataSize.ofMegabytes(1).toBytes();

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LONGEST) {
      response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
    } else if (request.getContentLengthLong() < 0) {
      chain.doFilter(new Counted(request), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static final class Counted extends HttpServletRequestWrapper {

    private ServletInputStream counting;

    private Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (counting == null) {
        counting = new Counting(super.getInputStream());
      }
      return counting;
    }
  }

  private static final class Counting extends ServletInputStream {

    private final ServletInputStream body;
    private long read;

    private Counting(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      var one = body.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var some = body.read(bytes, offset, length);
      count(some);
      return some;
    }

    private void count(int more) {
      read += Math.max(0, more);
      if (read > LONGEST) {
        throw new ErrorResponseException(HttpStatus.PAYLOAD_TOO_LARGE);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
