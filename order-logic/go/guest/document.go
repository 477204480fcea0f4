package guest

import "strconv"

// Document is a JSON object that is being written, without its last brace. Its methods return what they have added to.
//
// They are kept apart by noinline: a host that runs on the JVM turns each function into a method, and the JVM never
// compiles a method of more than 8,000 bytes.
type Document []byte

// List is a JSON list that is being written, without its last bracket.
type List []byte

// Word adds plain letters.
//
//go:noinline
func (d Document) Word(name, letters string) Document {
	d = append(d.name(name), '"')
	d = append(d, letters...)
	return append(d, '"')
}

// Number adds a number.
//
//go:noinline
func (d Document) Number(name string, value int) Document {
	return strconv.AppendInt(d.name(name), int64(value), 10)
}

// Raw adds a value as it stands in the message.
//
//go:noinline
func (d Document) Raw(name string, json []byte) Document {
	return append(d.name(name), json...)
}

// Object adds another document.
//
//go:noinline
func (d Document) Object(name string, value Document) Document {
	return append(d.name(name), value.end()...)
}

// List adds a list.
//
//go:noinline
func (d Document) List(name string, value List) Document {
	return append(d.name(name), value.end()...)
}

// Add adds an entry.
//
//go:noinline
func (l List) Add(entry Document) List {
	return append(append(l, separator(l, '[')), entry.end()...)
}

func (d Document) name(name string) Document {
	d = append(d, separator(d, '{'), '"')
	d = append(d, name...)
	return append(d, '"', ':')
}

func (d Document) end() []byte {
	if len(d) == 0 {
		return []byte("{}")
	}
	return append(d, '}')
}

func (l List) end() []byte {
	if len(l) == 0 {
		return []byte("[]")
	}
	return append(l, ']')
}

// What stands before an entry.
func separator(before []byte, first byte) byte {
	if len(before) == 0 {
		return first
	}
	return ','
}

const hex = "0123456789abcdef"

// A text with quotes, and with escapes where JSON needs them.
func appendQuoted(json []byte, text string) []byte {
	json = append(json, '"')
	for i := 0; i < len(text); i++ {
		switch letter := text[i]; {
		case letter < ' ':
			json = append(json, '\\', 'u', '0', '0', hex[letter>>4], hex[letter&15])
		case letter == '"', letter == '\\':
			json = append(json, '\\', letter)
		default:
			json = append(json, letter)
		}
	}
	return append(json, '"')
}
