// Order-router sends each order to the queue of its delivery. The order itself goes on untouched.
package main

import (
	"orderwave/order-logic/guest"
	"orderwave/order-logic/order"
)

func init() { guest.HandleWith(route) }

func route(message []byte) (*guest.Emission, error) {
	order := order.Read(message)
	id := order.ID()
	queue := "standard"
	if order.Delivery() == "Express" {
		queue = "express"
	}
	return guest.To(queue).With("MessageId", id), order.Err()
}

func main() {}
