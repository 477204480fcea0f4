// Standard-order turns a standard order into an order document: the order as it came, with totals.
package main

import (
	"orderwave/order-logic/guest"
	"orderwave/order-logic/order"
)

func init() { guest.HandleWith(orderDocument) }

func orderDocument(message []byte) (*guest.Emission, error) {
	order := order.Read(message)
	id := order.ID()
	document := guest.Document{}.
		Word("document", "order").
		Raw("orderId", []byte(id)).
		Raw("orderGuid", order.GUID()).
		Raw("description", order.Description()).
		Raw("firstName", order.FirstName()).
		Raw("lastName", order.LastName()).
		Word("delivery", order.Delivery()).
		Raw("items", order.Items()).
		Object("totals", totals(order)).
		Object("module", guest.ThisModule("standard-order"))
	return guest.To("outbox").With("blobName", id).With("contentType", "application/json").Data(document), order.Err()
}

func totals(order *order.Order) guest.Document {
	lines := order.Lines()
	quantity := 0
	for _, line := range lines {
		quantity += line.Quantity
	}
	return guest.Document{}.Number("itemCount", len(lines)).Number("quantity", quantity)
}

func main() {}
