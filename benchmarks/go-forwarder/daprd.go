package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
)

// connections is as many orders as daprd hands out at a time, so that none waits for a connection.
const connections = 64

// daprd is the sidecar. One client, made once, whose connections are kept.
type daprd struct {
	bindings string
	token    string
	client   *http.Client
}

func newDaprd(port, token string) *daprd {
	return &daprd{
		bindings: "http://127.0.0.1:" + port + "/v1.0/bindings/",
		token:    token,
		client:   &http.Client{Transport: &http.Transport{MaxIdleConns: connections, MaxIdleConnsPerHost: connections}},
	}
}

// invoke returns once the binding has accepted the request.
func (d *daprd) invoke(ctx context.Context, binding string, request []byte) error {
	call, err := http.NewRequestWithContext(ctx, http.MethodPost, d.bindings+binding, bytes.NewReader(request))
	if err != nil {
		return err
	}
	call.Header.Set("Content-Type", "application/json")
	if d.token != "" {
		call.Header.Set("dapr-api-token", d.token)
	}
	answer, err := d.client.Do(call)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	reason, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("%s answered %d: %s", binding, answer.StatusCode, reason)
	}
	return nil
}
