package io.ordertrail.encryption;

import java.util.stream.Stream;

import io.ordertrail.keyring.KeySource;

/** The command {@code new-encryption-key}, which prints a key ring of personal data. */
public final class KeyRingCommand {

    private static final String NEW_KEY = "new-encryption-key";
    private static final int DONE = 0;

    public static boolean isRequested(String... args) {
        return Stream.of(args).findFirst().filter(NEW_KEY::equals).isPresent();
    }

    /**
     * Runs the command.
     *
     * @return the exit code: 0 when it is done
     */
    public static int run() {
        FieldKeys.register();
        System.out.println(KeySource.newKeys(FieldKeys.PARAMETERS));
        return DONE;
    }

    private KeyRingCommand() {}
}
