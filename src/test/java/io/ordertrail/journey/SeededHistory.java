package io.ordertrail.journey;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.process.engine.OrderFulfilment;

/**
 * Writes the history of orders that never were into the tables of the engine, along the shipped diagrams: most go
 * through, some are reviewed, some wait for stock. Each seed makes another history, always the same one.
 */
@Component
public class SeededHistory {

    private static final String STAY =
            "insert into ACT_HI_ACTINST (ID_, PARENT_ACT_INST_ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_,"
                    + " ROOT_PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_,"
                    + " SEQUENCE_COUNTER_, TASK_ID_) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LINK =
            "insert into ACT_HI_IDENTITYLINK (ID_, TASK_ID_, TYPE_, USER_ID_, GROUP_ID_, OPERATION_TYPE_, TIMESTAMP_)"
                    + " values (?, ?, ?, ?, ?, 'add', ?)";
    private static final Map<String, String> ROLES = Map.of(
            "reviewOrder", "order-review",
            "decideOnShortage", "sales",
            "pickAndPack", "warehouse",
            "shipParcel", "shipping");
    private static final String INSTANCE =
            "insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_,"
                    + " PROC_DEF_ID_, START_TIME_, END_TIME_, DURATION_, END_ACT_ID_, STATE_)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'COMPLETED')";
    private static final int ORDERS_AT_ONCE = 500;

    private final RepositoryService repository;
    private final JdbcTemplate database;

    SeededHistory(RepositoryService repository, JdbcTemplate database) {
        this.repository = repository;
        this.database = database;
    }

    /**
     * Writes orders that began one after the other.
     *
     * @param last when the last of them has ended
     * @param within over how long they began
     */
    @Transactional
    public void write(int orders, Instant last, Duration within, long seed) {
        var random = new Random(seed);
        var book = new Book(latest(OrderFulfilment.PROCESS), latest(OrderFulfilment.PARCEL));
        IntStream.range(0, orders).forEach(at -> {
            var begin = last.minus(within).plus(within.multipliedBy(at).dividedBy(orders));
            new Walk(book, "seed" + seed + "-" + at, random).order(begin, last);
            if (book.instances.size() >= ORDERS_AT_ONCE) {
                book.write(database);
            }
        });
        book.write(database);
    }

    private String latest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** The rows that are written together. */
    private record Book(
            String order, String parcel, List<Object[]> stays, List<Object[]> links, List<Object[]> instances) {

        Book(String order, String parcel) {
            this(order, parcel, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void write(JdbcTemplate database) {
            database.batchUpdate(STAY, stays);
            database.batchUpdate(LINK, links);
            database.batchUpdate(INSTANCE, instances);
            stays.clear();
            links.clear();
            instances.clear();
        }
    }

    /** One order on its way. */
    private static final class Walk {

        private final Book book;
        private final String id;
        private final Random random;
        private Instant now;
        private Instant end;
        private int sequence;

        Walk(Book book, String id, Random random) {
            this.book = book;
            this.id = id;
            this.random = random;
        }

        void order(Instant begin, Instant last) {
            now = begin;
            end = last;
            pass(id, "orderEntered", "startEvent");
            pass(id, "checkOrder", "businessRuleTask");
            pass(id, "anythingToReview", "exclusiveGateway");
            if (random.nextInt(5) == 0) {
                stay(id, "reviewOrder", "userTask", hours(1, 9));
                pass(id, "recordReview", "serviceTask");
                pass(id, "howReviewed", "exclusiveGateway");
            }
            pass(id, "reserveStock", "serviceTask");
            pass(id, "everythingReserved", "exclusiveGateway");
            if (random.nextInt(7) == 0) {
                shortage();
                pass(id, "howResolved", "exclusiveGateway");
            }
            pass(id, "stockSystemAsked", "exclusiveGateway");
            pass(id, "confirmOrder", "serviceTask");
            parcels();
            pass(id, "checkFulfilment", "serviceTask");
            pass(id, "everythingSent", "exclusiveGateway");
            pass(id, "anythingArrived", "exclusiveGateway");
            stay(id, "waitForReceipt", "receiveTask", hours(2, 60));
            pass(id, "orderReceived", "noneEndEvent");
            instance(id, OrderFulfilment.PROCESS, book.order(), begin, "orderReceived");
        }

        private void shortage() {
            var scope = id + "-short";
            var begin = now;
            pass(scope, "goodsShort", "startEvent");
            pass(scope, "applyShortagePolicy", "serviceTask");
            pass(scope, "doesThePolicyDecide", "exclusiveGateway");
            stay(scope, "decideOnShortage", "userTask", hours(4, 70));
            pass(scope, "whatAboutTheShortage", "exclusiveGateway");
            pass(scope, "cancelMissingQuantity", "serviceTask");
            add(OrderFulfilment.PROCESS, book.order(), id, scope, id, "resolveShortage", "subProcess", begin);
        }

        private void parcels() {
            var scope = id + "-send";
            var begin = now;
            pass(scope, "parcelsPlanned", "startEvent");
            pass(scope, "howManyParcels", "exclusiveGateway");
            var called = now;
            parcel(id + "-parcel");
            add(
                    OrderFulfilment.PROCESS,
                    book.order(),
                    id,
                    scope + "-call",
                    scope,
                    "sendParcel",
                    "callActivity",
                    called);
            pass(scope, "parcelsThrough", "noneEndEvent");
            add(OrderFulfilment.PROCESS, book.order(), id, scope, id, "sendParcels", "subProcess", begin);
        }

        private void parcel(String parcel) {
            var begin = now;
            of(parcel, "parcelCalled", "startEvent", Duration.ZERO);
            of(parcel, "pickAndPack", "userTask", hours(2, 30));
            of(parcel, "recordPicking", "serviceTask", Duration.ZERO);
            of(parcel, "mayItGo", "exclusiveGateway", Duration.ZERO);
            of(parcel, "shipParcel", "userTask", hours(1, 6));
            of(parcel, "recordShipment", "serviceTask", Duration.ZERO);
            of(parcel, "allShipped", "exclusiveGateway", Duration.ZERO);
            of(parcel, "orderShipped", "intermediateNoneThrowEvent", Duration.ZERO);
            of(parcel, "waitForDelivery", "receiveTask", hours(20, 70));
            of(parcel, "recordDelivery", "serviceTask", Duration.ZERO);
            of(parcel, "allDelivered", "exclusiveGateway", Duration.ZERO);
            of(parcel, "parcelArrived", "noneEndEvent", Duration.ZERO);
            instance(parcel, OrderFulfilment.PARCEL, book.parcel(), begin, "parcelArrived");
        }

        private void of(String parcel, String element, String type, Duration lasts) {
            var begin = now;
            now = earlier(now.plus(lasts));
            add(OrderFulfilment.PARCEL, book.parcel(), parcel, null, parcel, element, type, begin);
        }

        private void pass(String scope, String element, String type) {
            stay(scope, element, type, Duration.ZERO);
        }

        private void stay(String scope, String element, String type, Duration lasts) {
            var begin = now;
            now = earlier(now.plus(lasts));
            add(OrderFulfilment.PROCESS, book.order(), id, null, scope, element, type, begin);
        }

        private void add(
                String process,
                String definition,
                String instance,
                String stay,
                String scope,
                String element,
                String type,
                Instant begin) {
            var isTask = type.equals("userTask");
            var row = stay == null ? id + "-" + sequence : stay;
            book.stays().add(new Object[] {
                row,
                scope,
                process,
                definition,
                instance,
                id,
                instance,
                element,
                type,
                Timestamp.from(begin),
                Timestamp.from(now),
                Duration.between(begin, now).toMillis(),
                sequence++,
                isTask ? row : null
            });
            if (isTask) {
                claim(row, element, begin);
            }
        }

        /** Most of the time of a task it waits for somebody. */
        private void claim(String task, String element, Instant begin) {
            var waited = Duration.between(begin, now)
                    .multipliedBy(60 + random.nextInt(30))
                    .dividedBy(100);
            book.links()
                    .add(new Object[] {task + "-g", task, "candidate", null, ROLES.get(element), Timestamp.from(begin)
                    });
            book.links()
                    .add(new Object[] {task + "-p", task, "assignee", "seed", null, Timestamp.from(begin.plus(waited))
                    });
        }

        private void instance(String instance, String process, String definition, Instant begin, String outcome) {
            book.instances().add(new Object[] {
                instance,
                instance,
                id,
                id,
                process,
                definition,
                Timestamp.from(begin),
                Timestamp.from(now),
                Duration.between(begin, now).toMillis(),
                outcome
            });
        }

        /** Nothing ends after the end of the history. */
        private Instant earlier(Instant at) {
            return at.isBefore(end) ? at : end;
        }

        private Duration hours(int least, int most) {
            return Duration.ofSeconds(3600L * least + random.nextInt(3600 * (most - least)));
        }
    }
}
