package main

import (
	"encoding/json"
	"fmt"
	"strconv"
)

type order struct {
	OrderID     int    `json:"orderId"`
	OrderGUID   string `json:"orderGuid"`
	Description string `json:"description"`
	FirstName   string `json:"firstName"`
	LastName    string `json:"lastName"`
	Delivery    string `json:"delivery"`
	Items       []item `json:"items"`
}

type item struct {
	OrderItemID int    `json:"orderItemId"`
	SKU         string `json:"sku"`
	Quantity    int    `json:"quantity"`
}

// producer is who made a document.
type producer struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

var thisProgram = producer{Name: "go-forwarder", Version: "1.0.0"}

// create is what an output binding is asked for.
type create struct {
	Operation string         `json:"operation"`
	Data      any            `json:"data"`
	Metadata  *blobReference `json:"metadata,omitempty"`
}

type blobReference struct {
	BlobName string `json:"blobName"`
}

// forward sends an order on as it came; nothing of it is read but where it goes.
func forward(message []byte) (string, []byte, error) {
	var routed struct {
		OrderID  int    `json:"orderId"`
		Delivery string `json:"delivery"`
	}
	if err := json.Unmarshal(message, &routed); err != nil {
		return "", nil, err
	}
	var queue string
	switch routed.Delivery {
	case "Express":
		queue = "q-order-express-out"
	case "Standard":
		queue = "q-order-standard-out"
	default:
		return "", nil, fmt.Errorf("order %d: delivery must be Express or Standard, was %q", routed.OrderID, routed.Delivery)
	}
	request := make([]byte, 0, len(message)+40)
	request = append(request, `{"operation":"create","data":`...)
	request = append(request, message...)
	return queue, append(request, '}'), nil
}

type pick struct {
	SKU      string `json:"sku"`
	Quantity int    `json:"quantity"`
}

// pickList says what is to be picked: a line without quantity is left out.
func pickList(message []byte) (string, []byte, error) {
	var read struct {
		OrderID   int    `json:"orderId"`
		OrderGUID string `json:"orderGuid"`
		Items     []pick `json:"items"`
	}
	if err := json.Unmarshal(message, &read); err != nil {
		return "", nil, err
	}
	picks := make([]pick, 0, len(read.Items))
	for _, line := range read.Items {
		if line.Quantity > 0 {
			picks = append(picks, line)
		}
	}
	return blob("express-outbox", read.OrderID, struct {
		Document  string   `json:"document"`
		OrderID   int      `json:"orderId"`
		OrderGUID string   `json:"orderGuid"`
		Picks     []pick   `json:"picks"`
		Module    producer `json:"module"`
	}{"pick-list", read.OrderID, read.OrderGUID, picks, thisProgram})
}

type totals struct {
	ItemCount int `json:"itemCount"`
	Quantity  int `json:"quantity"`
}

// standardOrder is the whole order, with its totals.
func standardOrder(message []byte) (string, []byte, error) {
	var read order
	if err := json.Unmarshal(message, &read); err != nil {
		return "", nil, err
	}
	sums := totals{ItemCount: len(read.Items)}
	for _, line := range read.Items {
		sums.Quantity += line.Quantity
	}
	return blob("standard-outbox", read.OrderID, struct {
		Document string `json:"document"`
		order
		Totals totals   `json:"totals"`
		Module producer `json:"module"`
	}{"order", read, sums, thisProgram})
}

func blob(outbox string, orderID int, document any) (string, []byte, error) {
	request, err := json.Marshal(create{"create", document, &blobReference{strconv.Itoa(orderID)}})
	return outbox, request, err
}
