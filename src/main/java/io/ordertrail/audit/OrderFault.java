package io.ordertrail.audit;

/**
 * An order and its process instance disagree.
 *
 * @param order its number
 * @param sentence what is wrong; names steps and states, never people
 */
public record OrderFault(String order, String sentence) {

    @Override
    public String toString() {
        return "Order " + order + " " + sentence;
    }
}
