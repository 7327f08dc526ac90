/** What a report is: rows and columns of figures, and the filter that says which orders and goods they are about. */
@ApplicationModule(allowedDependencies = {})
package io.ordertrail.report.table;

import org.springframework.modulith.ApplicationModule;
