package io.ordertrail.web.page;

import io.ordertrail.customer.Address;

/** An address as it stands in a form. */
public record AddressForm(String name, String street, String postalCode, String city, String region, String country, String phone,
    String email) {

  public static final AddressForm EMPTY = new AddressForm("", "", "", "", "", "", "", "");

  public static AddressForm of(Address address) {
    return new AddressForm(Typed.orEmpty(address.name()), Typed.orEmpty(address.street()), Typed.orEmpty(address.postalCode()),
        Typed.orEmpty(address.city()), Typed.orEmpty(address.region()), Typed.orEmpty(address.country()),
        Typed.orEmpty(address.phone()), Typed.orEmpty(address.email()));
  }

  public static AddressForm of(Typed typed) {
    return new AddressForm(typed.text("name"), typed.text("street"), typed.text("postalCode"), typed.text("city"),
        typed.text("region"), typed.text("country"), typed.text("phone"), typed.text("email"));
  }

  public Address address() {
    return new Address(Typed.orNull(name), Typed.orNull(street), Typed.orNull(postalCode), Typed.orNull(city), Typed.orNull(region),
        Typed.orNull(country), Typed.orNull(phone), Typed.orNull(email));
  }
}
