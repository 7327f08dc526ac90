package io.ordertrail.intake.run;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends an import of which nothing is entered. */
@Service
@Transactional
public class CancelImport {

    private final OrderImports imports;
    private final OrderUploads uploads;

    CancelImport(OrderImports imports, OrderUploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    public void cancel(ImportNumber number) {
        imports.end(number, OrderImport.State.CANCELLED);
        uploads.delete(number.value());
    }
}
