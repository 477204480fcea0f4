// Package order is an order as it comes in.
package order

import (
	"math"
	"strconv"
)

const (
	orderID = iota
	orderGUID
	description
	firstName
	lastName
	delivery
	items
)

var orderFields = []string{"orderId", "orderGuid", "description", "firstName", "lastName", "delivery", "items"}

// Order gives the fields that a module asks for. What it gives is good unless Err says that the order is not. Text is
// passed on as it was written, escapes and all.
type Order struct {
	fields fields
}

// Read checks that the whole message is JSON, and nothing else.
func Read(message []byte) *Order {
	order := &Order{fields{names: orderFields}}
	scanner := &scanner{text: message}
	if !scanner.message(&order.fields) {
		order.fields.refuse(whyUnreadable(message, scanner))
	}
	return order
}

// Err is the reason why this is no good order, if it is none: the first thing that was found.
func (o *Order) Err() error {
	if o.fields.reason == "" {
		return nil
	}
	return o.fields.reason
}

// ID is also the name of the blob, so it must be a number that every reader reads the same way.
func (o *Order) ID() string {
	value := o.fields.value(orderID)
	if id := digits(value); id == 0 || id > math.MaxInt64 {
		o.fields.refuseValue("orderId must be a positive integer", value)
	}
	return string(value)
}

// Delivery is "Express" or "Standard".
func (o *Order) Delivery() string {
	value := o.fields.value(delivery)
	for _, known := range []string{"Express", "Standard"} {
		if isText(value) && reads(value, known) {
			return known
		}
	}
	o.fields.refuseValue("delivery must be Express or Standard", value)
	return ""
}

// GUID is text.
func (o *Order) GUID() []byte { return o.fields.text(orderGUID) }

// Description is text.
func (o *Order) Description() []byte { return o.fields.text(description) }

// FirstName is text.
func (o *Order) FirstName() []byte { return o.fields.text(firstName) }

// LastName is text.
func (o *Order) LastName() []byte { return o.fields.text(lastName) }

// Items are all lines as they were written.
func (o *Order) Items() []byte { return o.fields.value(items) }

// Lines are all lines.
func (o *Order) Lines() []Line {
	items := o.Items()
	if len(items) == 0 || items[0] != '[' {
		o.fields.refuseValue("items must be a list", items)
		return nil
	}
	var lines []Line
	scanner := &scanner{text: items}
	for o.fields.reason == "" && scanner.entry() {
		line, reason := readLine(scanner)
		if reason != "" {
			o.fields.refuse("items[" + strconv.Itoa(len(lines)) + "]" + string(reason))
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		o.fields.refuse("items must have at least one line")
	}
	return lines
}
