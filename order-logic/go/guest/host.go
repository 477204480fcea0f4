// Package guest is what a module needs to talk to its host.
//
// The contract: the host asks alloc for room and writes the message there; handle takes the message and returns
// pointer << 32 | length of a verdict in UTF-8. The highest bit would say that the text is an error of the module;
// these modules have none to tell.
package guest

import "unsafe"

// The host has only their addresses. That they are here keeps the garbage collector from taking them meanwhile.
var (
	message []byte
	verdict []byte
)

var decide func(message []byte) (*Emission, error)

// HandleWith sets what decides about a message: it gives what to send, or the reason why not. To be called by init.
func HandleWith(decision func(message []byte) (*Emission, error)) {
	decide = decision
}

//go:wasmexport alloc
func alloc(length uint32) unsafe.Pointer {
	message = make([]byte, max(1, length))
	return unsafe.Pointer(unsafe.SliceData(message))
}

// The message is where alloc said last.
//
//go:wasmexport handle
func handle(_ unsafe.Pointer, length uint32) uint64 {
	verdict = write(decide(message[:length]))
	return uint64(uintptr(unsafe.Pointer(unsafe.SliceData(verdict))))<<32 | uint64(len(verdict))
}

func write(emission *Emission, reason error) []byte {
	if reason != nil {
		return append(appendQuoted([]byte(`{"reject":`), reason.Error()), '}')
	}
	return emission.json()
}
