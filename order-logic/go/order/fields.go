package order

import "unicode/utf8"

const (
	unknown     = -1
	mostFields  = 7
	mostLetters = 60
)

// The fields of interest of one object: their names, their values once they were read, and the first thing that is
// wrong with them. What is wrong after that does not count, so one may go on asking and look for a reason at the end.
type fields struct {
	names  []string
	prefix string // before the name of a field in reasons
	values [mostFields][]byte
	reason reason
}

// A reason why an order is not acceptable.
type reason string

func (r reason) Error() string {
	return string(r)
}

// The place of a name, which is still quoted and escaped, or unknown if nobody asks for it.
func (f *fields) find(name []byte) int {
	for i, known := range f.names {
		if reads(name, known) {
			return i
		}
	}
	return unknown
}

// A value as it was written.
func (f *fields) value(field int) []byte {
	value := f.values[field]
	if value == nil {
		f.refuse(f.prefix + f.names[field] + " is missing")
	}
	return value
}

// A value that is text, still quoted and escaped.
func (f *fields) text(field int) []byte {
	value := f.value(field)
	if !isText(value) {
		f.refuseValue(f.prefix+f.names[field]+" must be text", value)
	}
	return value
}

func (f *fields) refuse(why string) {
	if f.reason == "" {
		f.reason = reason(why)
	}
}

// Shows the value, too: whole if it is short.
func (f *fields) refuseValue(wrong string, value []byte) {
	if f.reason == "" {
		f.reason = reason(wrong + ", was " + shown(value))
	}
}

func shown(value []byte) string {
	letters := 0
	for i, b := range value {
		if utf8.RuneStart(b) {
			letters++
		}
		if letters > mostLetters {
			return string(value[:i]) + "..."
		}
	}
	return string(value)
}

func isText(value []byte) bool {
	return len(value) > 0 && value[0] == '"'
}
