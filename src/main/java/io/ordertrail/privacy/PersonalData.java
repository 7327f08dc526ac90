package io.ordertrail.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Subject;
import io.ordertrail.customer.Customers;
import io.ordertrail.encryption.Place;

/** Everything that is stored about one customer. Who reads it is an entry of the trail of changes. */
@Service
public class PersonalData {

    /** The key of an entry tells nobody anything. */
    private static final String ROW = "id";

    private final JdbcClient database;
    private final Customers customers;
    private final ChangeLog log;
    private final StoredText texts;

    PersonalData(JdbcClient database, Customers customers, ChangeLog log, StoredText texts) {
        this.texts = texts;
        this.database = database;
        this.customers = customers;
        this.log = log;
    }

    /**
     * The rows by their part; each row has its fields in the sequence of the query.
     *
     * @throws io.ordertrail.customer.UnknownCustomer when there is no such customer
     */
    @Transactional
    public Map<DataPart, List<Map<String, String>>> of(String number) {
        var customer = customers.get(number).number();
        var all = new LinkedHashMap<DataPart, List<Map<String, String>>>();
        for (var part : DataPart.values()) {
            all.put(part, rows(part, customer));
        }
        var rows = all.values().stream().mapToInt(List::size).sum();
        log.record(new Subject(Subject.Kind.CUSTOMER, customer), Act.EXPORTED, "rows", null, rows);
        return all;
    }

    private List<Map<String, String>> rows(DataPart part, String customer) {
        return database.sql(part.query())
                .param("customer", customer)
                .query((row, number) -> fields(part, row))
                .list();
    }

    private Map<String, String> fields(DataPart part, ResultSet row) throws SQLException {
        var fields = new LinkedHashMap<String, String>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var column = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            fields.put(
                    JdbcUtils.convertUnderscoreNameToPropertyName(column),
                    texts.decrypt(new Place(part.table(), column, row.getString(1)), row, text(row.getObject(i))));
        }
        fields.remove(ROW);
        return fields;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
