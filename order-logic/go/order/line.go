package order

import "math"

const (
	sku = iota
	quantity
)

const mostOfOneLine = 10

var lineFields = []string{"sku", "quantity"}

// Line is one line of an order: how many of what. The SKU is text, still quoted and escaped.
type Line struct {
	SKU      []byte
	Quantity int
}

// A reason starts where items[7] ends.
func readLine(scanner *scanner) (Line, reason) {
	fields := fields{names: lineFields, prefix: "."}
	if start := scanner.at; scanner.peek() != '{' || !scanner.object(&fields) {
		fields.refuseValue(" must be an object with one sku and one quantity", scanner.valueAt(start))
	}
	line := Line{SKU: fields.text(sku)}
	value := fields.value(quantity)
	if count := digits(value); count <= mostOfOneLine {
		line.Quantity = int(count)
	} else {
		fields.refuseValue(".quantity must be an integer from 0 to 10", value)
	}
	return line, fields.reason
}

// The value of a number of digits only, or the largest one if it is another number or too long.
func digits(json []byte) uint64 {
	const most = 19
	if len(json) == 0 || len(json) > most {
		return math.MaxUint64
	}
	value := uint64(0)
	for _, b := range json {
		if !isDigit(b) {
			return math.MaxUint64
		}
		value = value*10 + uint64(b-'0')
	}
	return value
}
