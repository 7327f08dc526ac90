package io.ordertrail.platform.operation;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the slot of a request back as soon as its answer is sent, which is when more is written than the server keeps
 * back. The work is done by then, and readers who are slow hold up nobody but themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswersWithoutSlot extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                request,
                request.getAttribute(Slot.ATTRIBUTE) instanceof Slot slot ? new Answer(response, slot) : response);
    }

    private static final class Answer extends HttpServletResponseWrapper {

        private final Slot slot;
        private long written;
        private ServletOutputStream bytes;
        private PrintWriter text;

        private Answer(HttpServletResponse response, Slot slot) {
            super(response);
            this.slot = slot;
        }

        private void count(int more) {
            written += more;
            if (written >= getBufferSize()) {
                slot.release();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (bytes == null) {
                bytes = new Bytes(super.getOutputStream(), this);
            }
            return bytes;
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (text == null) {
                text = new PrintWriter(new Text(super.getWriter(), this));
            }
            return text;
        }

        @Override
        public void flushBuffer() throws IOException {
            slot.release();
            super.flushBuffer();
        }
    }

    private static final class Text extends FilterWriter {

        private final Answer answer;

        private Text(Writer text, Answer answer) {
            super(text);
            this.answer = answer;
        }

        @Override
        public void write(int one) throws IOException {
            answer.count(1);
            super.write(one);
        }

        @Override
        public void write(char[] some, int from, int count) throws IOException {
            answer.count(count);
            super.write(some, from, count);
        }

        @Override
        public void write(String some, int from, int count) throws IOException {
            answer.count(count);
            super.write(some, from, count);
        }

        @Override
        public void flush() throws IOException {
            answer.slot.release();
            super.flush();
        }
    }

    private static final class Bytes extends ServletOutputStream {

        private final ServletOutputStream bytes;
        private final Answer answer;

        private Bytes(ServletOutputStream bytes, Answer answer) {
            this.bytes = bytes;
            this.answer = answer;
        }

        @Override
        public void write(int one) throws IOException {
            answer.count(1);
            bytes.write(one);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            answer.count(count);
            bytes.write(some, from, count);
        }

        @Override
        public void flush() throws IOException {
            answer.slot.release();
            bytes.flush();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }

        @Override
        public boolean isReady() {
            return bytes.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            bytes.setWriteListener(listener);
        }
    }
}
