/** Mail to people, by the company's SMTP server where one is configured. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.platform.mail;

import org.springframework.modulith.ApplicationModule;
