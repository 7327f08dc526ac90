/** Reports: figures over many orders and over the stock, read from the tables by SQL, for the people who decide. */
@ApplicationModule(allowedDependencies = {"catalog", "encryption", "order.book", "report.hours", "report.table"})
package io.ordertrail.report.figure;

import org.springframework.modulith.ApplicationModule;
