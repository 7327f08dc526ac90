package io.ordertrail.platform.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

import io.ordertrail.refusal.Sentence;

/**
 * Refuses passwords that are tried first: common ones, their variants, sequences, repetitions, the own name, and words of
 * the company.
 */
public class UncommonPassword implements PasswordPolicyRule {

    /** The grade, from 0 to 4, of a password that takes more than a hundred million guesses. */
    private static final int GOOD = 3;
    /** The effort grows quickly with the length, and what follows makes a password no easier to guess. */
    private static final int AT_MOST = 60;

    private static final Zxcvbn GUESSES = new Zxcvbn();

    private final List<String> companyWords;

    public UncommonPassword(List<String> companyWords) {
        this.companyWords = companyWords;
    }

    /**
     * Tells whether a password takes long to guess.
     *
     * @param name of the person; null when nobody knows it yet
     */
    public boolean isUncommon(String password, String name) {
        var start = password.substring(0, Math.min(password.length(), AT_MOST));
        var known =
                Stream.concat(companyWords.stream(), Stream.ofNullable(name)).toList();
        return GUESSES.measure(start, known).getScore() >= GOOD;
    }

    /** Admin shows it as it is, because it has no text of its own for our rule. */
    @Override
    public String getPlaceholder() {
        return Sentence.of("password.uncommon");
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String password) {
        return isUncommon(password, null);
    }

    @Override
    public boolean execute(String password, User user) {
        return isUncommon(password, user == null ? null : user.getId());
    }
}
