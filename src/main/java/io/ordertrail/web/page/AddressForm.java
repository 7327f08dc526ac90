package io.ordertrail.web.page;

import io.ordertrail.customer.Address;

/** The address fields of a form. */
public record AddressForm(
        String name,
        String street,
        String postalCode,
        String city,
        String region,
        String country,
        String phone,
        String email) {

    public static final AddressForm EMPTY = new AddressForm("", "", "", "", "", "", "", "");

    public static AddressForm of(Address address) {
        return new AddressForm(
                FormInput.orEmpty(address.name()),
                FormInput.orEmpty(address.street()),
                FormInput.orEmpty(address.postalCode()),
                FormInput.orEmpty(address.city()),
                FormInput.orEmpty(address.region()),
                FormInput.orEmpty(address.country()),
                FormInput.orEmpty(address.phone()),
                FormInput.orEmpty(address.email()));
    }

    public static AddressForm of(FormInput typed) {
        return new AddressForm(
                typed.text("name"),
                typed.text("street"),
                typed.text("postalCode"),
                typed.text("city"),
                typed.text("region"),
                typed.text("country"),
                typed.text("phone"),
                typed.text("email"));
    }

    public Address address() {
        return new Address(
                FormInput.orNull(name),
                FormInput.orNull(street),
                FormInput.orNull(postalCode),
                FormInput.orNull(city),
                FormInput.orNull(region),
                FormInput.orNull(country),
                FormInput.orNull(phone),
                FormInput.orNull(email));
    }
}
