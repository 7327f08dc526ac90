package io.ordertrail.intake.run;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.ordertrail.intake.file.StoredUploads;

/** The files of orders that are not entered yet. */
@Component
class OrderUploads extends StoredUploads {

    OrderUploads(JdbcClient database) {
        super(database, "order_import_piece");
    }
}
