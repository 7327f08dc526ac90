package io.ordertrail.platform.operation;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Prints what is wrong with the settings for the operator, without a stack trace or JSON around it. */
class WrongSettingsReport implements SpringBootExceptionReporter {

    /**
     * @param none there is no context yet; Spring Boot asks for the parameter
     */
    WrongSettingsReport(ConfigurableApplicationContext none) {}

    @Override
    public boolean reportException(Throwable failure) {
        if (failure instanceof WrongSettings wrong) {
            System.err.println(wrong.getMessage());
            return true;
        }
        return false;
    }
}
