package io.ordertrail.platform.mail;

/**
 * A mail to one person.
 *
 * @param to the address
 * @param text for programs that show no HTML
 * @param html null when there is only the text
 */
public record Mail(String to, String subject, String text, String html) {}
