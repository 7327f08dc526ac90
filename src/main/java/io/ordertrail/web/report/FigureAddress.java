package io.ordertrail.web.report;

/**
 * Which figure of a report an address means, and which page of the orders behind it.
 *
 * @param key of its row; null for that of all rows
 * @param figure the code of its column; empty for the whole row
 */
record FigureAddress(String key, String figure, Integer page) {

    private static final int LAST_PAGE = 10_000;

    FigureAddress {
        figure = figure == null ? "" : figure.strip();
        key = key == null && figure.isEmpty() ? "" : key;
        page = page == null ? 0 : Math.max(0, Math.min(LAST_PAGE, page));
    }

    FigureAddress older() {
        return new FigureAddress(key, figure, page + 1);
    }

    FigureAddress newest() {
        return new FigureAddress(key, figure, 0);
    }

    String at(ReportAddress address, String report) {
        return address.at("/reports/" + report + "/orders", this);
    }
}
