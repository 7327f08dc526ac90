package io.ordertrail.intake.run;

/** Another run of the import has entered the order. */
class AlreadyEntered extends RuntimeException {

    AlreadyEntered(ImportNumber number, long row) {
        super("Row " + row + " of import " + number + " is entered already");
    }
}
