package io.ordertrail.intake.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;

import com.helger.diagnostics.error.list.ErrorList;
import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LineItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LocationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

import io.ordertrail.customer.Address;
import io.ordertrail.intake.document.OrderDocument.Line;
import io.ordertrail.intake.document.OrderDocument.Party;
import io.ordertrail.intake.document.OrderDocument.Purpose;
import io.ordertrail.intake.document.OrderDocument.Standard;

/** Reads Order, OrderChange and OrderCancellation of UBL 2.0 and 2.1. */
final class UblDocument {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    static OrderDocument read(byte[] content) {
        var document = parsed(content);
        return switch (document.getDocumentElement().getLocalName()) {
            case "Order" -> order(document);
            case "OrderChange" -> change(document);
            case "OrderCancellation" -> cancellation(document);
            default ->
                throw new UnreadableDocument(
                        "kind", document.getDocumentElement().getLocalName());
        };
    }

    private static Document parsed(byte[] content) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXParseException e) {
            throw new UnreadableDocument("broken", e.getLineNumber(), e.getMessage());
        } catch (SAXException | IOException e) {
            throw new UnreadableDocument("broken", 1, e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java has these features", e);
        }
    }

    private static <T> T valid(GenericJAXBMarshaller<T> marshaller, Document document) {
        var errors = new ErrorList();
        marshaller.readExceptionCallbacks().removeAll(); // they log the document
        var read = marshaller.setCollectErrors(errors).read(new DOMSource(document));
        if (read == null) {
            throw new UnreadableDocument(
                    "invalid", errors.isEmpty() ? "" : errors.getFirstOrNull().getErrorText(Locale.ENGLISH));
        }
        return read;
    }

    private static OrderDocument order(Document document) {
        var order = valid(UBL21Marshaller.order(), document);
        return new OrderDocument(
                Standard.UBL,
                Purpose.ORDER,
                order.getIDValue(),
                buyer(order.getBuyerCustomerParty()),
                seller(order.getSellerSupplierParty()),
                order.getDocumentCurrencyCodeValue(),
                requested(order.getDelivery(), order.getOrderLine()),
                shipTo(order.getDelivery()),
                notes(order.getNote()),
                lines(order.getOrderLine()));
    }

    private static OrderDocument change(Document document) {
        var change = valid(UBL21Marshaller.orderChange(), document);
        return new OrderDocument(
                Standard.UBL,
                Purpose.CHANGE,
                change.getOrderReference().getIDValue(),
                buyer(change.getBuyerCustomerParty()),
                seller(change.getSellerSupplierParty()),
                change.getDocumentCurrencyCodeValue(),
                requested(change.getDelivery(), change.getOrderLine()),
                shipTo(change.getDelivery()),
                notes(change.getNote()),
                lines(change.getOrderLine()));
    }

    private static OrderDocument cancellation(Document document) {
        var cancellation = valid(UBL21Marshaller.orderCancellation(), document);
        var reason = Stream.concat(
                        cancellation.getCancellationNote().stream().map(note -> note.getValue()),
                        cancellation.getNote().stream().map(NoteType::getValue))
                .collect(Collectors.joining(" "));
        return new OrderDocument(
                Standard.UBL,
                Purpose.CANCELLATION,
                cancellation.getOrderReference().get(0).getIDValue(),
                buyer(cancellation.getBuyerCustomerParty()),
                seller(cancellation.getSellerSupplierParty()),
                null,
                null,
                null,
                reason.isBlank() ? null : reason,
                List.of());
    }

    private static Party buyer(CustomerPartyType buyer) {
        var assigned = Stream.of(buyer.getCustomerAssignedAccountIDValue(), buyer.getSupplierAssignedAccountIDValue());
        return party(assigned, buyer.getParty());
    }

    private static Party seller(SupplierPartyType seller) {
        return party(Stream.of(seller.getCustomerAssignedAccountIDValue()), seller.getParty());
    }

    private static Party party(Stream<String> assigned, PartyType party) {
        var own = party == null
                ? Stream.<String>empty()
                : Stream.concat(
                        party.getPartyIdentification().stream().map(id -> id.getIDValue()),
                        Stream.ofNullable(party.getEndpointIDValue()));
        return new Party(given(Stream.concat(assigned, own)), name(party));
    }

    private static String name(PartyType party) {
        return party == null || party.getPartyName().isEmpty()
                ? null
                : party.getPartyName().get(0).getNameValue();
    }

    private static LocalDate requested(List<DeliveryType> deliveries, List<OrderLineType> lines) {
        return Stream.concat(
                        deliveries.stream(),
                        lines.stream().map(OrderLineType::getLineItem).flatMap(line -> line.getDelivery().stream()))
                .map(DeliveryType::getRequestedDeliveryPeriod)
                .filter(Objects::nonNull)
                .flatMap(period -> Stream.of(period.getEndDateValueLocal(), period.getStartDateValueLocal())
                        .filter(Objects::nonNull)
                        .limit(1))
                .findFirst()
                .orElse(null);
    }

    private static Address shipTo(List<DeliveryType> deliveries) {
        return deliveries.stream()
                .map(UblDocument::address)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Address address(DeliveryType delivery) {
        var at = Optional.ofNullable(delivery.getDeliveryLocation())
                .map(LocationType::getAddress)
                .orElse(delivery.getDeliveryAddress());
        if (at == null || at.getCountry() == null) {
            return null;
        }
        var party = delivery.getDeliveryParty();
        var contact = Optional.ofNullable(party).map(PartyType::getContact);
        return new Address(
                name(party),
                street(at),
                at.getPostalZoneValue(),
                at.getCityNameValue(),
                at.getCountrySubentityValue(),
                at.getCountry().getIdentificationCodeValue(),
                contact.map(ContactType::getTelephoneValue).orElse(null),
                contact.map(ContactType::getElectronicMailValue).orElse(null));
    }

    private static String street(AddressType at) {
        return Stream.of(at.getStreetNameValue(), at.getBuildingNumberValue(), at.getAdditionalStreetNameValue())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String notes(List<NoteType> notes) {
        var text = notes.stream().map(NoteType::getValue).collect(Collectors.joining("\n"));
        return text.isBlank() ? null : text;
    }

    private static List<Line> lines(List<OrderLineType> lines) {
        return lines.stream()
                .map(OrderLineType::getLineItem)
                .map(UblDocument::line)
                .toList();
    }

    private static Line line(LineItemType line) {
        var price = line.getPrice();
        return new Line(
                line.getIDValue(),
                articles(line.getItem()),
                line.getQuantityValue(),
                price == null ? null : price.getPriceAmountValue());
    }

    /** The seller's number is ours. */
    private static List<String> articles(ItemType item) {
        return given(Stream.of(
                        item.getSellersItemIdentification(),
                        item.getStandardItemIdentification(),
                        item.getBuyersItemIdentification(),
                        item.getCatalogueItemIdentification())
                .filter(Objects::nonNull)
                .map(id -> id.getIDValue()));
    }

    private static List<String> given(Stream<String> codes) {
        return codes.filter(code -> code != null && !code.isBlank())
                .map(String::strip)
                .distinct()
                .toList();
    }

    private UblDocument() {}
}
