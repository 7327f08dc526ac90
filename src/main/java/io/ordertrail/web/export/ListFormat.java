package io.ordertrail.web.export;

/** How a list is written. */
public enum ListFormat {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Commas between cells, a point in decimals. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** Semicolons between cells, a comma in decimals, as spreadsheet programs of many countries read it. */
    CSV_SEMICOLON("csv", "text/csv;charset=UTF-8");

    private final String extension;
    private final String type;

    ListFormat(String extension, String type) {
        this.extension = extension;
        this.type = type;
    }

    String extension() {
        return extension;
    }

    String type() {
        return type;
    }
}
