// Express-pick-list turns an express order into a pick list: what to take from the shelves, and nothing else.
package main

import (
	"orderwave/order-logic/guest"
	"orderwave/order-logic/order"
)

func init() { guest.HandleWith(pickList) }

func pickList(message []byte) (*guest.Emission, error) {
	order := order.Read(message)
	id := order.ID()
	list := guest.Document{}.
		Word("document", "pick-list").
		Raw("orderId", []byte(id)).
		Raw("orderGuid", order.GUID()).
		List("picks", picks(order)).
		Object("module", guest.ThisModule("express-pick-list"))
	return guest.To("outbox").With("blobName", id).With("contentType", "application/json").Data(list), order.Err()
}

// A line with quantity 0 is no work for the picker.
func picks(order *order.Order) guest.List {
	var picks guest.List
	for _, line := range order.Lines() {
		if line.Quantity > 0 {
			picks = picks.Add(guest.Document{}.Raw("sku", line.SKU).Number("quantity", line.Quantity))
		}
	}
	return picks
}

func main() {}
