// The three services as one would write them by hand in Go: the standard library, daprd's HTTP interface, structs for what
// is read and written. An order is answered with 200 only after its output was accepted.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// app is one of the services: the binding that it reads, and where an order goes as what.
type app struct {
	input   string
	outputs func(order []byte) (binding string, request []byte, err error)
}

var apps = map[string]app{
	"distributor":       {input: "q-order-ingress", outputs: forward},
	"receiver-express":  {input: "q-order-express-in", outputs: pickList},
	"receiver-standard": {input: "q-order-standard-in", outputs: standardOrder},
}

func main() {
	name := os.Getenv("APP_ID")
	if len(os.Args) > 1 {
		name = os.Args[1]
	}
	service, known := apps[name]
	if !known {
		fmt.Fprintf(os.Stderr, "which app? distributor, receiver-express or receiver-standard, as argument or in APP_ID; was: %q\n", name)
		os.Exit(2)
	}

	dapr := newDaprd(os.Getenv("DAPR_HTTP_PORT"), os.Getenv("DAPR_API_TOKEN"))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("POST /"+service.input, func(answer http.ResponseWriter, event *http.Request) {
		if err := handle(service, dapr, event); err != nil {
			fmt.Fprintln(os.Stderr, err)
			answer.WriteHeader(http.StatusInternalServerError)
		}
	})
	serve(&http.Server{Addr: "127.0.0.1:" + os.Getenv("APP_PORT"), Handler: mux})
}

func handle(service app, dapr *daprd, event *http.Request) error {
	order, err := io.ReadAll(event.Body)
	if err != nil {
		return err
	}
	binding, request, err := service.outputs(order)
	if err != nil {
		return err
	}
	return dapr.invoke(event.Context(), binding, request)
}

// serve ends in good order on SIGTERM.
func serve(server *http.Server) {
	stop, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	stopped := make(chan struct{})
	go func() {
		<-stop.Done()
		patience, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = server.Shutdown(patience)
		close(stopped)
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	<-stopped
}
