package io.ordertrail.platform.signin;

import java.time.Clock;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import io.ordertrail.platform.access.Role;
import io.ordertrail.platform.access.TooManyAttempts;
import io.ordertrail.platform.access.WithLocalSignIn;
import io.ordertrail.platform.engine.People;
import io.ordertrail.platform.engine.People.Person;
import io.ordertrail.platform.signin.SlowDown.Attempt;

/** Checks names and passwords against the engine's own tables. */
@Component
@WithLocalSignIn
class LocalPeople implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPeople.class);
    private static final int LONGEST_PASSWORD = 128;

    private final People people;
    private final KnownPasswords known;
    private final SlowDown slowDown;
    private final UncheckedAttempts unchecked = new UncheckedAttempts();
    private final Clock clock;

    LocalPeople(People people, Clock clock) {
        this.people = people;
        this.known = new KnownPasswords(System::nanoTime);
        this.slowDown = new SlowDown(clock);
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication credentials) {
        var address = addressOf(credentials);
        var person = people.find(credentials.getName());
        var password = String.valueOf(credentials.getCredentials());
        var attempt = Attempt.of(person.map(Person::name).orElseGet(credentials::getName), address);
        // a name that nobody has may be a password in the wrong field
        var name = person.map(Person::name).orElse("nobody");
        if (!isRightNow(attempt, person, password, name)) {
            LOG.info("Refused to sign in {} from {}: wrong password", name, address);
            throw new BadCredentialsException("Unknown name or wrong password");
        }
        var signedIn = person.orElseThrow();
        return signedIn(signedIn, SignedIn.of(signedIn, clock.instant(), address));
    }

    private boolean isRightNow(Attempt attempt, Optional<Person> person, String password, String name) {
        try {
            slowDown.refuseWhileWaiting(attempt);
            return isRight(attempt, person, password);
        } catch (TooManyAttempts waiting) {
            unchecked.log(name, attempt.origin());
            throw waiting;
        }
    }

    private boolean isRight(Attempt attempt, Optional<Person> person, String password) {
        if (person.isEmpty() || password.length() > LONGEST_PASSWORD) {
            return slowDown.isRight(attempt, () -> people.hasPasswordOfNobody(password));
        }
        return isKnown(person.get(), password) || slowDown.isRight(attempt, () -> check(person.get(), password));
    }

    private boolean isKnown(Person person, String password) {
        return known.contain(person, password);
    }

    /** Another call may have checked the same password while this one waited. */
    private boolean check(Person person, String password) {
        if (!isKnown(person, password) && !people.hasPassword(person, password)) {
            return false;
        }
        known.add(person, password);
        return true;
    }

    private Authentication signedIn(Person person, SignedIn how) {
        var authorities =
                people.groupsOf(person.name()).stream().map(Role::authorityOf).toList();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                person.name(), null, AuthorityUtils.createAuthorityList(authorities));
        signedIn.setDetails(how);
        return signedIn;
    }

    private static String addressOf(Authentication credentials) {
        return credentials.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "nowhere";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
