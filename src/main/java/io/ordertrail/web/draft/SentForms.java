package io.ordertrail.web.draft;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Deletes the draft of a form that was accepted. Every page answers an accepted form with a redirect. */
@Configuration(proxyBeanMethods = false)
class SentForms implements WebMvcConfigurer {

    private final FormDrafts drafts;

    SentForms(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void afterCompletion(
                    HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
                if (isAccepted(request, response) && request.getUserPrincipal() != null) {
                    drafts.delete(request.getUserPrincipal().getName(), path(request));
                }
            }
        });
    }

    private static boolean isAccepted(HttpServletRequest request, HttpServletResponse response) {
        return request.getMethod().equals("POST")
                && HttpStatusCode.valueOf(response.getStatus()).is3xxRedirection();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
