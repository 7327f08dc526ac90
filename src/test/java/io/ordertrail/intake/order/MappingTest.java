package io.ordertrail.intake.order;

import static io.ordertrail.intake.order.OrderField.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class MappingTest {

    @Test
    void columns_are_found_by_the_names_that_programs_give_them() {
        var mapping = Mapping.guess(List.of(
                "InvoiceNo",
                "StockCode",
                "Description",
                "Quantity",
                "InvoiceDate",
                "UnitPrice",
                "CustomerID",
                "Country"));

        assertThat(mapping.columns())
                .isEqualTo(Map.of(
                        REFERENCE, 0, SKU, 1, QUANTITY, 3, ORDER_DATE, 4, UNIT_PRICE, 5, CUSTOMER, 6, COUNTRY, 7));
        assertThat(mapping.missing()).isEmpty();
    }

    @Test
    void columns_that_no_order_needs_are_listed_and_so_are_fields_without_a_column() {
        var header = List.of("order_id", "Colour", "sku");
        var mapping = Mapping.guess(header);

        assertThat(mapping.ignored(header)).containsExactly("Colour");
        assertThat(mapping.missing()).containsExactly(CUSTOMER, QUANTITY);
    }

    @Test
    void a_second_column_that_could_hold_a_field_is_ignored() {
        assertThat(Mapping.guess(List.of("City", "Ship City")).columns()).isEqualTo(Map.of(CITY, 0));
    }

    @Test
    void chinese_names_are_known() {
        assertThat(Mapping.guess(List.of("訂單編號", "客戶編號", "料號", "數量")).missing()).isEmpty();
        assertThat(Mapping.guess(List.of("订单编号", "客户编号", "货号", "数量")).missing()).isEmpty();
    }

    @Test
    void exports_of_shops_have_mappings_of_their_own() {
        var shopify = Mapping.guess(List.of(
                "Name",
                "Email",
                "Financial Status",
                "Lineitem quantity",
                "Lineitem name",
                "Lineitem price",
                "Lineitem sku",
                "Shipping Name",
                "Shipping Street",
                "Shipping City",
                "Shipping Zip",
                "Shipping Country"));
        var amazon = Mapping.guess(List.of(
                "order-id",
                "order-item-id",
                "buyer-email",
                "sku",
                "quantity-purchased",
                "item-price",
                "recipient-name",
                "ship-address-1",
                "ship-city",
                "ship-postal-code",
                "ship-country"));
        var wooCommerce = Mapping.guess(List.of(
                "Order ID", "Order Number", "Customer ID", "Item SKU", "Item Quantity", "Item Cost", "Shipping City"));

        assertThat(shopify.missing()).isEmpty();
        assertThat(shopify.columns())
                .containsEntry(REFERENCE, 0)
                .containsEntry(NAME, 7)
                .containsEntry(UNIT_PRICE, 5);
        assertThat(amazon.missing()).isEmpty();
        assertThat(amazon.columns()).containsEntry(STREET, 7).doesNotContainKey(UNIT_PRICE);
        assertThat(wooCommerce.missing()).isEmpty();
        assertThat(wooCommerce.columns()).containsEntry(REFERENCE, 1);
    }
}
