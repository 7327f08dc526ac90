package io.ordertrail.intake.order;

import java.util.List;
import java.util.Locale;

/** A field of an order that a column of a file can hold, with the names that programs give such a column. */
public enum OrderField {
    REFERENCE(
            "externalReference",
            "order number",
            "order no",
            "order id",
            "order",
            "invoice no",
            "invoice number",
            "invoice",
            "reference",
            "external reference",
            "po number",
            "bestellnummer",
            "auftrag",
            "auftragsnummer",
            "訂單編號",
            "訂單號碼",
            "订单编号",
            "订单号"),
    CUSTOMER(
            "customer",
            "customer",
            "customer id",
            "customer number",
            "customer no",
            "customer code",
            "account",
            "kunde",
            "kundennummer",
            "客戶編號",
            "客戶代號",
            "客户编号",
            "客户代码"),
    SKU(
            "sku",
            "sku",
            "stock code",
            "product",
            "product id",
            "product code",
            "item",
            "item number",
            "article",
            "artikel",
            "artikelnummer",
            "lineitem sku",
            "item sku",
            "product sku",
            "商品編號",
            "料號",
            "品號",
            "商品编号",
            "货号"),
    QUANTITY(
            "quantity",
            "quantity",
            "qty",
            "units",
            "amount ordered",
            "menge",
            "anzahl",
            "lineitem quantity",
            "quantity purchased",
            "item quantity",
            "數量",
            "数量"),
    UNIT_PRICE(
            "unitPrice",
            "unit price",
            "price",
            "price each",
            "preis",
            "einzelpreis",
            "stückpreis",
            "lineitem price",
            "item cost",
            "單價",
            "单价"),
    DISCOUNT("discountPercent", "discount percent", "discount %", "rabatt %", "折扣", "折扣 %"),
    REQUESTED_DELIVERY(
            "requestedDelivery",
            "requested delivery",
            "required date",
            "delivery date",
            "deliver by",
            "latest ship date",
            "lieferdatum",
            "liefertermin",
            "希望到貨日",
            "交貨日期",
            "要求到货日",
            "交货日期"),
    /** Of an order of the past alone. */
    ORDER_DATE(
            "orderDate",
            "order date",
            "invoice date",
            "purchase date",
            "date",
            "created at",
            "date created",
            "bestelldatum",
            "auftragsdatum",
            "rechnungsdatum",
            "訂單日期",
            "下單日期",
            "订单日期",
            "下单日期"),
    NOTE("note", "note", "notes", "comment", "comments", "customer note", "bemerkung", "備註", "备注"),
    NAME(
            "shipTo/name",
            "ship name",
            "ship to name",
            "recipient",
            "recipient name",
            "shipping name",
            "shipping full name",
            "empfänger",
            "收件人",
            "收货人"),
    STREET(
            "shipTo/street",
            "street",
            "ship address",
            "ship address 1",
            "shipping street",
            "shipping address 1",
            "shipping address1",
            "straße",
            "strasse",
            "地址",
            "收件地址",
            "收货地址"),
    POSTAL_CODE(
            "shipTo/postalCode",
            "postal code",
            "postcode",
            "zip",
            "zip code",
            "ship postal code",
            "shipping zip",
            "shipping postcode",
            "plz",
            "郵遞區號",
            "邮政编码"),
    CITY("shipTo/city", "city", "town", "ship city", "shipping city", "ort", "stadt", "城市"),
    REGION(
            "shipTo/region",
            "region",
            "state",
            "province",
            "ship region",
            "ship state",
            "shipping province",
            "shipping state",
            "省"),
    COUNTRY("shipTo/country", "country", "country code", "ship country", "shipping country", "land", "國家", "国家"),
    PHONE("shipTo/phone", "phone", "telephone", "ship phone number", "shipping phone", "telefon", "電話", "电话"),
    EMAIL("shipTo/email", "email", "e mail", "buyer email", "billing email", "電子郵件", "电子邮件");

    private final String pointer;
    private final List<String> names;

    OrderField(String pointer, String... names) {
        this.pointer = pointer;
        this.names = List.of(names);
    }

    /** The name of the field in the trail of changes. */
    public String plainName() {
        return pointer.substring(pointer.indexOf('/') + 1);
    }

    /** The part of the pointer to the field that follows the order or the line. */
    String pointer() {
        return pointer;
    }

    /** Tells whether a column of this name usually holds the field. */
    boolean isCalled(String column) {
        return names.contains(plain(column));
    }

    /** A name in small letters, with one blank between its words: InvoiceNo, invoice_no and Invoice-No are one. */
    public static String plain(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-.:#/]+", " ")
                .replaceAll("(?<=[a-z])(?=\\d$)", " ")
                .strip();
    }
}
