package io.ordertrail.platform.engine;

import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.stereotype.Component;

import io.ordertrail.transaction.Contention;
import io.ordertrail.transaction.ContentionSign;

/** Recognizes the exceptions by which the engine reports that others changed the same rows. */
@Component
public class EngineContention implements ContentionSign {

    private static final Set<Integer> CONTENDED_CODES =
            Set.of(BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode(), BuiltinExceptionCode.DEADLOCK.getCode());
    private static final Contention CONTENTION = new Contention(List.of(new EngineContention()));

    /** For objects that Spring does not create, such as those that JAX-RS finds. */
    public static boolean isBehind(Throwable failure) {
        return CONTENTION.isCauseOf(failure);
    }

    @Override
    public boolean matches(Throwable failure) {
        return failure instanceof OptimisticLockingException
                || failure instanceof ProcessEngineException engine && CONTENDED_CODES.contains(engine.getCode());
    }
}
