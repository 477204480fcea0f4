/* Sends each order to the queue of its delivery. The order itself goes on untouched. */
#include "guest/module.h"
#include "order/order.h"

struct decision decide(struct slice message) {
    struct order order;
    struct slice id;
    enum delivery delivery;
    if (!order_read(&order, message) || !order_id(&order, &id) || !order_delivery(&order, &delivery)) {
        return reject(order.reason);
    }
    struct emission emission = emission_to(delivery == EXPRESS ? SLICE("express") : SLICE("standard"));
    emission_metadata(&emission, SLICE("MessageId"), id);
    return emit(&emission);
}
