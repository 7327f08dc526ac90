package io.ordertrail.search;

/** What is found. */
public enum SearchKind {
    CUSTOMER("C"),
    PRODUCT("P"),
    ORDER("O");

    private final String letter;

    SearchKind(String letter) {
        this.letter = letter;
    }

    /** Stands for it in the database. */
    public String letter() {
        return letter;
    }
}
