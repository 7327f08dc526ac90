package io.ordertrail.intake.document;

import java.time.LocalDateTime;

import com.helger.ubl21.UBL21Marshaller;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.orderresponse_21.OrderResponseType;

/** Writes an OrderResponse of UBL 2.1. Its code is of the list UNCL4343. */
final class UblAnswer {

    private static final String ACCEPTED = "AP";
    private static final String REJECTED = "RE";

    static byte[] write(DocumentAnswer answer, LocalDateTime now) {
        var document = answer.document();
        var response = new OrderResponseType();
        response.setID("R-" + document.number());
        response.setIssueDate(now.toLocalDate());
        response.setOrderResponseCode(answer.isAccepted() ? ACCEPTED : REJECTED);
        answer.reasons().forEach(reason -> response.addNote(new NoteType(reason)));
        var reference = new OrderReferenceType();
        reference.setID(document.number());
        if (answer.order() != null) {
            reference.setSalesOrderID(answer.order().value());
        }
        response.addOrderReference(reference);
        var seller = new SupplierPartyType();
        seller.setParty(party(document.seller()));
        response.setSellerSupplierParty(seller);
        var buyer = new CustomerPartyType();
        buyer.setParty(party(document.buyer()));
        response.setBuyerCustomerParty(buyer);
        return UBL21Marshaller.orderResponse().getAsBytes(response);
    }

    private static PartyType party(OrderDocument.Party known) {
        var party = new PartyType();
        known.codes().forEach(code -> {
            var id = new PartyIdentificationType();
            id.setID(code);
            party.addPartyIdentification(id);
        });
        if (known.name() != null) {
            var name = new PartyNameType();
            name.setName(known.name());
            party.addPartyName(name);
        }
        return party;
    }

    private UblAnswer() {}
}
